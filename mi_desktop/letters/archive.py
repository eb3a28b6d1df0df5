"""Makes the drawn letter fit to be kept and signed: PDF/A-1b parts and the signature field.

Source: ISO 19005-1 (output intent, XMP, no object streams), domain SIG-1.
"""

import hashlib
import io

import pikepdf

from mi_desktop.archival import Facts, archive
from mi_desktop.letters.model import ApprovedLetter, RenderedLetter
from mi_desktop.letters.render import Drawn, draw
from mi_desktop.letters.signature_block import Place
from mi_desktop.letters.stationery import Stationery

FIELD = "Approval"
# ISO 32000-1 table 165: Print, and Locked so that no reader moves the field.
_PRINT, _LOCKED = 4, 128
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
    with pikepdf.open(io.BytesIO(drawn.pdf)) as pdf:
        if drawn.seal:
            _add_field(pdf, drawn.seal)
        return archive(
            pdf,
            Facts(
                str(pdf.docinfo["/Title"]),
                str(pdf.docinfo["/Author"]),
                approved.approved_at,
                approved.draft.language,
            ),
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
