"""Makes the drawn letter fit to be kept and signed: PDF/A-1b parts and the signature field.

Source: ISO 19005-1 (output intent, XMP, no object streams), domain SIG-1.
"""

import hashlib
import io
from datetime import UTC, datetime
from xml.sax.saxutils import escape

import pikepdf

from mi_desktop.letters.model import ApprovedLetter, RenderedLetter
from mi_desktop.letters.render import Drawn, draw
from mi_desktop.letters.signature_block import Place
from mi_desktop.letters.srgb import srgb_profile
from mi_desktop.letters.stationery import Stationery

FIELD = "Approval"
# ISO 32000-1 table 165: Print, and Locked so that no reader moves the field.
_PRINT, _LOCKED = 4, 128
# PDFBox's reader wants every name space declared on the description itself.
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<xmp:CreatorTool>MI Desktop</xmp:CreatorTool>
<xmp:CreateDate>{at}</xmp:CreateDate>
<xmp:ModifyDate>{at}</xmp:ModifyDate>
<pdf:Producer>MI Desktop</pdf:Producer>
<pdfaid:part>1</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
_SIGNATURES_EXIST, _APPEND_ONLY = 1, 2


def render(approved: ApprovedLetter, stationery: Stationery) -> RenderedLetter:
    """The approved letter's final bytes and their hash."""
    drawn = draw(approved.draft, stationery, approved)
    pdf = archived(drawn, approved)
    return RenderedLetter(approved, pdf, hashlib.sha256(pdf).hexdigest(), drawn.pages)


def archived(drawn: Drawn, approved: ApprovedLetter) -> bytes:
    """The letter's final bytes, the same for the same letter (P11-15).

    Returns:
        PDF 1.4 with sRGB intent, XMP, `/Lang`, and an empty signature field in its frame.
    """
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(drawn.pdf)) as pdf:
        _describe(pdf, approved.approved_at)
        _intend_srgb(pdf)
        pdf.Root.Lang = approved.draft.language
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        if drawn.seal:
            _add_field(pdf, drawn.seal)
        _drop_unused_font(pdf)
        pdf.save(
            out,
            deterministic_id=True,
            force_version="1.4",
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return out.getvalue()


def _describe(pdf: pikepdf.Pdf, at: datetime) -> None:
    """Document information and XMP that say the same, as PDF/A asks."""
    moment = at.astimezone(UTC).replace(microsecond=0)
    title, author = str(pdf.docinfo["/Title"]), str(pdf.docinfo["/Author"])
    del pdf.docinfo
    stamp = f"D:{moment:%Y%m%d%H%M%S}+00'00'"
    facts = {"Title": title, "Author": author, "Creator": "MI Desktop", "Producer": "MI Desktop"}
    for key, value in {**facts, "CreationDate": stamp, "ModDate": stamp}.items():
        pdf.docinfo[f"/{key}"] = pikepdf.String(value)
    xmp = _XMP.format(title=escape(title), author=escape(author), at=moment.isoformat())
    pdf.Root.Metadata = pdf.make_stream(
        xmp.encode(), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML
    )


def _drop_unused_font(pdf: pikepdf.Pdf) -> None:
    """Drops Helvetica, which reportlab names on every page though nothing is written in it."""
    for page in pdf.pages:
        fonts = page.Resources.Font
        for name in [n for n, font in fonts.items() if "/FontDescriptor" not in font]:
            del fonts[name]


def _intend_srgb(pdf: pikepdf.Pdf) -> None:
    profile = pdf.make_stream(srgb_profile())
    profile.N = 3
    pdf.Root.OutputIntents = pikepdf.Array(
        [
            pikepdf.Dictionary(
                Type=pikepdf.Name.OutputIntent,
                S=pikepdf.Name.GTS_PDFA1,
                OutputConditionIdentifier="sRGB IEC61966-2.1",
                Info="sRGB IEC61966-2.1",
                DestOutputProfile=profile,
            )
        ]
    )


def _add_field(pdf: pikepdf.Pdf, place: Place) -> None:
    page = pdf.pages[place.page - 1]
    left, bottom, right, top = place.box
    appearance = pdf.make_stream(b"")
    appearance.Type, appearance.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    appearance.BBox = pikepdf.Array([0, 0, right - left, top - bottom])
    field = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Widget,
            FT=pikepdf.Name.Sig,
            T=FIELD,
            TU="Electronic signature of the approver",
            Rect=pikepdf.Array([round(n, 2) for n in place.box]),
            F=_PRINT | _LOCKED,
            P=page.obj,
            AP=pikepdf.Dictionary(N=appearance),
        )
    )
    page.Annots = pikepdf.Array([field])
    page.Tabs = pikepdf.Name.S
    pdf.Root.AcroForm = pdf.make_indirect(
        pikepdf.Dictionary(Fields=pikepdf.Array([field]), SigFlags=_SIGNATURES_EXIST | _APPEND_ONLY)
    )
