"""What `verify` says of letters, changed letters, other people's files and rubbish."""

import io
from datetime import UTC, datetime

import pikepdf
import pytest
from pyhanko.pdf_utils.generic import NumberObject, pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from mi_desktop.letters import signing
from mi_desktop.letters.archive import FIELD, render
from mi_desktop.letters.compose import settle
from mi_desktop.letters.errors import CertificateUnusable
from mi_desktop.letters.model import ApprovedLetter
from mi_desktop.people.errors import NotPermitted
from tests.fakes.letter_world import HEAD

AT = datetime(2026, 11, 16, 9, 41, tzinfo=UTC)


@pytest.fixture(scope="module")
def authority():
    return signing.new_authority(HEAD.company, "pw", AT)


@pytest.fixture
def rendered(empty, facts, stationery):
    approved = ApprovedLetter(
        settle(empty, facts), "Anna Lindqvist", AT, "erik", "Erik Berg", AT, "Europe/Stockholm"
    )
    return render(approved, stationery).pdf


@pytest.fixture
def signed(rendered, authority):
    pfx = signing.issue((authority[0], "pw"), "pw2", (HEAD.company, "Erik Berg"), AT)
    return signing.sign(rendered, pfx, "pw2", (FIELD, "approved", AT))


def rotated(pdf):
    """The page turned by an update after signing: what pdfsig still calls valid."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    page = writer.root["/Pages"]["/Kids"][0]
    page[pdf_name("/Rotate")] = NumberObject(90)
    writer.update_container(page)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_letter_is_valid_for_those_who_trust_the_office(signed, authority):
    verdict = signing.verify(signed, [authority[1]], AT)
    (report,) = verdict.signatures
    assert verdict.verdict == "valid"
    assert (report.level, report.signer, report.time) == ("B-B", "Erik Berg", AT)
    assert (report.intact, report.covers_whole_file, report.modified_after) == (True, True, False)


def test_letter_is_valid_untrusted_for_others(signed):
    verdict = signing.verify(signed, (), AT)
    assert verdict.verdict == "valid-untrusted"
    assert not verdict.signatures[0].trusted


def test_p11_16_one_changed_byte_is_seen(signed, authority):
    at = signed.index(b"stream") + 40
    changed = signed[:at] + bytes([signed[at] ^ 1]) + signed[at + 1 :]
    verdict = signing.verify(changed, [authority[1]], AT)
    assert verdict.verdict == "invalid"
    assert not verdict.signatures[0].intact


def test_change_appended_after_signing_is_seen(signed, authority):
    verdict = signing.verify(rotated(signed), [authority[1]], AT)
    (report,) = verdict.signatures
    assert verdict.verdict == "invalid"
    assert (report.intact, report.covers_whole_file, report.modified_after) == (True, False, True)


def test_p11_15_signature_moved_to_another_letter_fails(signed, authority):
    """P11-15: the transplant test; the signature of one file inside the bytes of another."""
    other = signed.replace(b"/Lang (sv)", b"/Lang (en)")
    assert other != signed
    assert signing.verify(other, [authority[1]], AT).verdict == "invalid"


def test_sig_5_level_is_read_from_the_file_not_from_its_name(signed):
    renamed = signed.replace(b"ETSI.CAdES.detached", b"adbe.pkcs7.detached")
    (report,) = signing.verify(renamed, (), AT).signatures
    assert report.level in {"CMS", ""}


def test_unsigned_letter_and_empty_field_are_unsigned(rendered):
    assert signing.verify(rendered).verdict == "unsigned"


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7", b"\x00" * 5000, b"not a PDF at all", b"%PDF-1.4\ntrailer<</Root 1 0 R>>"],
)
def test_rubbish_is_unreadable_and_never_a_traceback(data):
    assert signing.verify(data).verdict == "unreadable"


def test_cut_and_scrambled_letters_get_a_verdict(signed):
    pieces = [signed[: len(signed) * n // 12] for n in range(1, 12)]
    pieces += [signed[:n] + b"\xff" * 200 + signed[n + 200 :] for n in range(500, 50000, 4500)]
    for piece in pieces:
        assert signing.verify(piece).verdict in {"invalid", "unreadable", "unsigned"}


def test_locked_pdf_is_unreadable_not_a_crash(rendered):
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(rendered)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert signing.verify(out.getvalue()).verdict == "unreadable"


def test_judging_says_nothing_on_standard_error(signed, capfd):
    signing.verify(signed[:-2000])
    signing.verify(signed)
    assert capfd.readouterr().err == ""


def test_wrong_password_of_a_key_file_is_told(authority):
    with pytest.raises(CertificateUnusable, match="LET-009"):
        signing.certificate_in(authority[0], "wrong")
    with pytest.raises(CertificateUnusable):
        signing.certificate_in(b"no PKCS#12", "pw")


def test_own_key_file_can_be_imported_and_signs(room, staff, authority, rendered):
    pfx = signing.issue((authority[0], "pw"), "own", ("Elsewhere AB", "Maria Ek"), AT)
    room.signer.import_identity(staff.maria, staff.maria, pfx, "own")
    pdf = room.signer.sign(rendered, staff.maria, (FIELD, "approved", AT))
    verdict = room.signer.verify(pdf)
    assert (verdict.verdict, verdict.signatures[0].signer) == ("valid", "Maria Ek")


def test_sig_4_keys_lie_locked_and_private(room, staff, office):
    files = list(office.keystore.rglob("*.p12"))
    assert {f.stem for f in files} == {"authority", staff.erik.id}
    for file in files:
        assert file.stat().st_mode & 0o077 == 0
        with pytest.raises(CertificateUnusable):
            signing.certificate_in(file.read_bytes(), "")


def test_nobody_but_an_administrator_gives_another_a_key_and_it_is_noted(room, staff, office):
    """P11-17: who could, could sign in another's name as far as the certificate says."""
    for by, user in ((staff.anna, staff.erik), (staff.erik, staff.maria), (staff.anna, staff.anna)):
        with pytest.raises(NotPermitted):
            room.signer.make_identity(by, user)
    room.signer.make_identity(staff.erik, staff.erik)
    lines = [a for a in office.audit_lines() if a.action == "letters.make_identity"]
    assert [(a.by, a.key) for a in lines][-1] == (staff.erik.id, staff.erik.id)
