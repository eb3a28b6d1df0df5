import pytest

from mi_desktop.ocr.language import choose, guess

SIX = ("dan", "deu", "eng", "fin", "nor", "swe")
TEXTS = {
    "swe": "Får patienten dela tabletten på mitten om hon har svårt att svälja den hel?",
    "eng": "May the patient split the tablet if she finds it difficult to swallow it whole?",
    "dan": "Må patienten dele tabletten på midten, hvis hun har svært ved at sluge den hel?",
    "nor": "Kan pasienten dele tabletten på midten hvis hun har vanskelig for å svelge den hel?",
    "fin": "Saako potilas puolittaa tabletin, jos hänen on vaikea niellä se kokonaisena?",
    "deu": "Darf die Patientin die Tablette teilen, wenn sie sie nicht ganz schlucken kann?",
}


@pytest.mark.parametrize("language", TEXTS)
def test_languages_are_told_apart(language: str) -> None:
    assert guess(TEXTS[language], SIX).language == language
    assert choose(TEXTS[language], SIX, ("swe", "eng")) == (language, "")


def test_a_page_that_tells_nothing_is_read_in_the_offices_own_languages() -> None:
    assert choose("12 x 30", SIX, ("swe", "eng")) == ("swe+eng", "")
    assert choose("12 x 30", ("eng", "fin"), ("swe", "eng")) == ("eng", "")


def test_a_language_that_is_not_installed_is_named() -> None:
    chosen, missing = choose(TEXTS["fin"], ("eng", "swe"), ("swe",))
    assert missing == "fin"
    assert chosen in ("eng", "swe")
