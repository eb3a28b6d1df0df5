"""The closed lists of a case: E2B(R3) codes, our own for complaints, each with its words."""

from mi_desktop.basics.words import words

YES_NO_UNKNOWN = {"yes": words("yes"), "no": words("no"), "unknown": words("not known")}
ABATED = {"yes": words("yes"), "no": words("no"), "na": words("does not apply")}

REPORT_TYPE = {
    "1": words("spontaneous"),
    "2": words("from a study"),
    "3": words("other kind of report"),
    "4": words("not known to the sender"),
}
QUALIFICATION = {
    "1": words("physician"),
    "2": words("pharmacist"),
    "3": words("other health professional"),
    "4": words("lawyer"),
    "5": words("consumer or other non-professional"),
}
PRIMARY = {"1": words("primary source")}
NULLIFICATION = {"1": words("nullified"), "2": words("amended")}
FIRST_SENDER = {"1": words("regulator"), "2": words("another sender")}
STUDY_TYPE = {
    "1": words("clinical trial"),
    "2": words("individual patient use, licence or named patient"),
    "3": words("other study"),
}
AGE_GROUP = {
    "0": words("foetus"),
    "1": words("newborn"),
    "2": words("infant"),
    "3": words("child"),
    "4": words("adolescent"),
    "5": words("adult"),
    "6": words("elderly"),
}
SEX = {"1": words("male"), "2": words("female")}
OUTCOME = {
    "1": words("recovered"),
    "2": words("recovering"),
    "3": words("not recovered"),
    "4": words("recovered with sequelae"),
    "5": words("fatal"),
    "0": words("not known"),
}
HIGHLIGHTED = {
    "1": words("highlighted, not serious"),
    "2": words("not highlighted, not serious"),
    "3": words("highlighted, serious"),
    "4": words("not highlighted, serious"),
}
TEST_RESULT = {
    "1": words("positive"),
    "2": words("negative"),
    "3": words("borderline"),
    "4": words("inconclusive"),
}
ROLE = {
    "1": words("suspect"),
    "2": words("concomitant"),
    "3": words("interacting"),
    "4": words("not administered"),
}
ACTION = {
    "1": words("withdrawn"),
    "2": words("dose reduced"),
    "3": words("dose increased"),
    "4": words("dose not changed"),
    "0": words("not known"),
    "9": words("does not apply"),
}
RECURRED = {
    "1": words("given again, it came back"),
    "2": words("given again, it did not come back"),
    "3": words("given again, outcome not known"),
    "4": words("not given again"),
}
# Pregnancy, lactation, lack of effect and interaction are not in this list (domain 1.2).
DRUG_NOTE = {
    "1": words("counterfeit"),
    "2": words("overdose"),
    "3": words("taken by the father"),
    "4": words("taken beyond its expiry"),
    "5": words("batch tested, within specification"),
    "6": words("batch tested, not within specification"),
    "7": words("medication error"),
    "8": words("misuse"),
    "9": words("abuse"),
    "10": words("occupational exposure"),
    "11": words("off-label use"),
}

AGE_UNITS = {
    "a": words("years"),
    "mo": words("months"),
    "wk": words("weeks"),
    "d": words("days"),
    "h": words("hours"),
    "10.a": words("decades"),
}
GESTATION_UNITS = {
    "wk": words("weeks"),
    "mo": words("months"),
    "d": words("days"),
    "{trimester}": words("trimester"),
}
TIME_UNITS = {
    "a": words("years"),
    "mo": words("months"),
    "wk": words("weeks"),
    "d": words("days"),
    "h": words("hours"),
    "min": words("minutes"),
    "s": words("seconds"),
}
INTERVAL_UNITS = {
    **TIME_UNITS,
    "{cyclical}": words("cyclical"),
    "{asnecessary}": words("as necessary"),
    "{total}": words("in all"),
}
DOSE_UNITS = {
    "mg": words("mg"),
    "g": words("g"),
    "ug": words("µg"),
    "ng": words("ng"),
    "mL": words("ml"),
    "uL": words("µl"),
    "L": words("l"),
    "[iU]": words("IU"),
    "k[iU]": words("thousand IU"),
    "M[iU]": words("million IU"),
    "mg/kg": words("mg per kg"),
    "ug/kg": words("µg per kg"),
    "mg/m2": words("mg per m²"),
    "mmol": words("mmol"),
    "meq": words("mEq"),
    "%": words("%"),
    "[drp]": words("drops"),
    "{DF}": words("dose forms (tablets, puffs)"),
}
STRENGTH_UNITS = {**DOSE_UNITS, "mg/mL": words("mg per ml"), "ug/mL": words("µg per ml")}

DEFECT = {
    "APP": words("appearance: colour, shape, broken, cloudy"),
    "CON": words("contamination: foreign matter, particles, glass, insect"),
    "QTY": words("count or fill: missing, extra, underfilled"),
    "PKG-P": words("primary pack: leak, seal, blister, closure"),
    "PKG-S": words("carton"),
    "LBL": words("label or print"),
    "MIX": words("product mix-up"),
    "LEA": words("leaflet missing or wrong"),
    "STR": words("strength or dissolution suspected"),
    "LOE": words("lack of effect with a suspected defect"),
    "DEV": words("device, pen, inhaler, needle"),
    "STA": words("stability or temperature"),
    "STE": words("sterility"),
    "TAM": words("tampering"),
    "FAL": words("falsified or stolen"),
    "VER": words("verification alert on the pack's code"),
    "DIS": words("distribution or transport"),
    "ODR": words("taste or smell"),
    "OTH": words("another defect"),
}
CRITICALITY = {"critical": words("critical"), "major": words("major"), "minor": words("minor")}
# The Swedish authority's classes; their Swedish words are its own (PQC-C4).
CLASS = {
    "1": words("class I: use may be life-threatening or do serious harm"),
    "2": words("class II: use may cause illness or wrong treatment, not life-threatening"),
    "3": words("class III: use is no tangible risk to health; withdrawn for another reason"),
}
# How a used sharp, a cytotoxic or an infectious sample comes back (PQC-4).
WAY_BACK = {
    "kit": words("in a return kit that quality sent"),
    "fetched": words("fetched by a carrier of dangerous goods"),
    "pharmacy": words("through a pharmacy or hospital, in its container"),
    "none": words("it stays where it is, safely kept"),
}
BOUGHT_AT = {
    "pharmacy": words("pharmacy"),
    "hospital": words("hospital"),
    "online": words("online"),
    "wholesaler": words("wholesaler"),
    "abroad": words("abroad"),
    "person": words("from a private person"),
}
# Why an asked-for batch or expiry has no value (PQC-1).
NO_VALUE = {
    "not_available": words("not available"),
    "label_lost": words("the label is lost"),
    "refuses": words("does not want to say"),
    "will_call_back": words("will call back"),
}
CUSTODY = {
    "requested": words("sample requested"),
    "kit_sent": words("return kit sent"),
    "sent": words("sample sent"),
    "received": words("sample received"),
    "passed_on": words("sample passed on"),
    "kept": words("sample kept here"),
}
LINK = {
    "mother": words("its mother"),
    "child": words("her child"),
    "patient": words("another patient of the same mail"),
    "complaint": words("a complaint about the same product"),
    "event": words("an adverse event with the same product"),
    "other": words("another case"),
}
