"""Signing identities: a small certificate authority of the office, and imported PKCS#12 files.

What the office's own authority issues proves integrity and at most an advanced signature; it
is no qualified certificate (domain 7.1).
"""

from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    pkcs12,
)
from cryptography.x509.oid import NameOID

from mi_desktop.letters.errors import CertificateUnusable

_Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
AUTHORITY_DAYS, SIGNER_DAYS = 3650, 1096
# Clocks of readers differ; a certificate made now must be in date for them too.
_SLACK = timedelta(days=1)


def new_authority(company: str, password: str, at: datetime) -> tuple[bytes, bytes]:
    """Makes a certificate authority that may issue signers' certificates only.

    Args:
        company: named in the certificate.
        password: for the PKCS#12.
        at: now (aware).

    Returns:
        PKCS#12, and the DER certificate to trust.
    """
    key = ec.generate_private_key(ec.SECP256R1())
    name = _name(company, f"{company} letter signing")
    usage = _usage(signs_certificates=True)
    made = (
        _builder((name, name), key.public_key(), at, AUTHORITY_DAYS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    return _locked(key, made, (), password), _der(made)


def issue(
    authority: tuple[bytes, str], password: str, person: tuple[str, str], at: datetime
) -> bytes:
    """Makes a signer's key and certificate.

    Args:
        authority: PKCS#12 of the office's authority, and its password.
        password: for the new PKCS#12.
        person: company and full name.
        at: now (aware).

    Returns:
        PKCS#12 with the key, its certificate and the authority's.

    Raises:
        CertificateUnusable: the authority's PKCS#12 does not open.
    """
    issuing_key, issuer = _opened(*authority)
    key = ec.generate_private_key(ec.SECP256R1())
    made = (
        _builder((_name(*person), issuer.subject), key.public_key(), at, SIGNER_DAYS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .sign(issuing_key, hashes.SHA256())
    )
    return _locked(key, made, (issuer,), password)


def certificate_in(pfx: bytes, password: str) -> bytes:
    """The DER certificate of a PKCS#12 from elsewhere.

    Raises:
        CertificateUnusable: wrong password, not a PKCS#12, or no key in it.
    """
    return _der(_opened(pfx, password)[1])


def _opened(pfx: bytes, password: str) -> tuple[_Key, x509.Certificate]:
    try:
        key, certificate, _ = pkcs12.load_key_and_certificates(pfx, password.encode())
    except ValueError as e:
        raise CertificateUnusable(why="the file does not open with this password") from e
    if certificate is None or not isinstance(key, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey):
        raise CertificateUnusable(why="the file holds no key that can sign") from None
    return key, certificate


def _locked(
    key: ec.EllipticCurvePrivateKey,
    certificate: x509.Certificate,
    chain: tuple[x509.Certificate, ...],
    password: str,
) -> bytes:
    lock = BestAvailableEncryption(password.encode())
    return pkcs12.serialize_key_and_certificates(None, key, certificate, chain, lock)


def _der(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(Encoding.DER)


def _builder(
    names: tuple[x509.Name, x509.Name], key: ec.EllipticCurvePublicKey, at: datetime, days: int
) -> x509.CertificateBuilder:
    subject, issuer = names
    return (
        x509.CertificateBuilder(issuer, subject, key, x509.random_serial_number())
        .not_valid_before(at - _SLACK)
        .not_valid_after(at + timedelta(days=days))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )


def _name(company: str, person: str) -> x509.Name:
    named = [x509.NameAttribute(NameOID.COMMON_NAME, person)]
    if company:
        named.insert(0, x509.NameAttribute(NameOID.ORGANIZATION_NAME, company))
    return x509.Name(named)


def _usage(signs_certificates: bool) -> x509.KeyUsage:
    signs_letters = not signs_certificates
    return x509.KeyUsage(
        digital_signature=signs_letters,
        content_commitment=signs_letters,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )
