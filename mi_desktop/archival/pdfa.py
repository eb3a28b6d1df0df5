"""The parts that make a PDF a PDF/A-1b: output intent, XMP, version, no object streams.

Source: ISO 19005-1:2005. What is drawn on the pages has to fit already: fonts embedded, nothing
transparent, colours in grey or RGB.
"""

import io
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.sax.saxutils import escape

import pikepdf

from mi_desktop.archival.srgb import srgb_profile

_CREATOR = "MI Desktop"
# PDFBox's reader wants every name space declared on the description itself.
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{at}</xmp:CreateDate>
<xmp:ModifyDate>{at}</xmp:ModifyDate>
<pdf:Producer>{creator}</pdf:Producer>
<pdfaid:part>1</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


@dataclass(frozen=True)
class Facts:
    """What an archived PDF says of itself.

    Attributes:
        at: when it was made, aware.
        language: BCP 47; empty where it is not known.
    """

    title: str
    author: str
    at: datetime
    language: str = ""


def archive(pdf: pikepdf.Pdf, facts: Facts) -> bytes:
    """The PDF's bytes as PDF/A-1b, the same for the same content.

    Args:
        pdf: an open PDF of ours; changed in place.
        facts: its title, author and time.
    """
    _describe(pdf, facts)
    _intend_srgb(pdf)
    if facts.language:
        pdf.Root.Lang = facts.language
    pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    _drop_unused_fonts(pdf)
    out = io.BytesIO()
    pdf.save(
        out,
        deterministic_id=True,
        force_version="1.4",
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
    )
    return out.getvalue()


def _describe(pdf: pikepdf.Pdf, facts: Facts) -> None:
    """Document information and XMP that say the same, as PDF/A asks."""
    moment = facts.at.astimezone(UTC).replace(microsecond=0)
    del pdf.docinfo
    title, author = _text(facts.title), _text(facts.author)
    stamp = f"D:{moment:%Y%m%d%H%M%S}+00'00'"
    said = {
        "Title": title,
        "Author": author,
        "Creator": _CREATOR,
        "Producer": _CREATOR,
        "CreationDate": stamp,
        "ModDate": stamp,
    }
    for key, value in said.items():
        pdf.docinfo[f"/{key}"] = pikepdf.String(value)
    xmp = _XMP.format(
        title=escape(title),
        author=escape(author),
        creator=_CREATOR,
        at=moment.isoformat(),
    )
    pdf.Root.Metadata = pdf.make_stream(
        xmp.encode(), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML
    )


def _text(said: str) -> str:
    """The text without what XML cannot hold: a file's name may have bytes that are no letters."""
    kept = ("\ufffd" if unicodedata.category(sign) in ("Cc", "Cs", "Cn") else sign for sign in said)
    return "".join(kept)


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


def _drop_unused_fonts(pdf: pikepdf.Pdf) -> None:
    """Drops Helvetica, which reportlab names on every page though nothing is written in it."""
    for page in pdf.pages:
        fonts = page.Resources.get("/Font", pikepdf.Dictionary())
        for name in [n for n, font in fonts.items() if "/FontDescriptor" not in font]:
            del fonts[name]
