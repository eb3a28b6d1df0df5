"""A small writer of compound files ([MS-CFB] version 3): folders and streams in one file."""

import struct
from dataclasses import dataclass, field

SECTOR, MINI_SECTOR, MINI_LIMIT = 512, 64, 4096
_FREE, _END, _FAT, _NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_STORAGE, _STREAM, _ROOT = 1, 2, 5


@dataclass
class Folder:
    """A storage: its streams and its folders, by name (at most 31 characters each)."""

    streams: dict[str, bytes] = field(default_factory=dict)
    folders: dict[str, "Folder"] = field(default_factory=dict)


@dataclass
class _Entry:
    name: str
    kind: int
    data: bytes = b""
    left: int = _NONE
    right: int = _NONE
    child: int = _NONE
    start: int = _END

    def packed(self, size: int) -> bytes:
        name = self.name.encode("utf-16-le") + b"\0\0"
        black = 1
        return struct.pack(
            "<64sHBBIII16sIQQIQ",
            *(name, len(name), self.kind, black, self.left, self.right, self.child),
            *(b"", 0, 0, 0, self.start, size),
        )


def compound_file(root: Folder) -> bytes:
    """The bytes of a compound file holding `root`. At most about 6 MB (109 FAT sectors)."""
    entries = [_Entry("Root Entry", _ROOT)]
    entries[0].child = _add_children(entries, root)
    small = [e for e in entries if e.kind == _STREAM and 0 < len(e.data) < MINI_LIMIT]
    mini, mini_fat = _chained([e.data for e in small], MINI_SECTOR)
    for entry, start in zip(small, _starts([e.data for e in small], MINI_SECTOR), strict=True):
        entry.start = start
    entries[0].data = mini
    large = [e for e in entries if len(e.data) >= MINI_LIMIT or (e.kind == _ROOT and e.data)]
    directory = b"\0" * (_sectors(128 * len(entries), SECTOR) * SECTOR)
    parts = [e.data for e in large] + [directory, struct.pack(f"<{len(mini_fat)}I", *mini_fat)]
    starts = _starts(parts, SECTOR)
    for entry, start in zip(large, starts, strict=False):
        entry.start = start
    packed = b"".join(e.packed(len(e.data)) for e in entries)
    unused = len(directory) // 128 - len(entries)
    parts[-2] = packed + _Entry("", 0, start=0).packed(0) * unused
    return _assembled(parts, starts[-2], starts[-1])


def _add_children(entries: list[_Entry], folder: Folder) -> int:
    """Adds what the folder holds and returns the index of the tree's top.

    The order of names is the one of [MS-CFB] 2.6.4: shorter first, then by upper case.
    """
    indexes = []
    names = [*folder.streams, *folder.folders]
    for name in sorted(names, key=lambda n: (len(n), n.upper())):
        indexes.append(len(entries))
        if name in folder.streams:
            entries.append(_Entry(name, _STREAM, folder.streams[name]))
        else:
            entries.append(_Entry(name, _STORAGE, start=0))
            entries[indexes[-1]].child = _add_children(entries, folder.folders[name])
    return _tree(entries, indexes)


def _tree(entries: list[_Entry], indexes: list[int]) -> int:
    """Links the sorted entries as a balanced tree."""
    if not indexes:
        return _NONE
    middle = len(indexes) // 2
    top = indexes[middle]
    entries[top].left = _tree(entries, indexes[:middle])
    entries[top].right = _tree(entries, indexes[middle + 1 :])
    return top


def _sectors(size: int, sector: int) -> int:
    return -(-size // sector)


def _starts(parts: list[bytes], sector: int) -> list[int]:
    starts, at = [], 0
    for part in parts:
        starts.append(at if part else _END)
        at += _sectors(len(part), sector)
    return starts


def _chained(parts: list[bytes], sector: int) -> tuple[bytes, list[int]]:
    """The parts one after the other, filled up to whole sectors, and the table of their chains."""
    data, table = b"", list[int]()
    for part in parts:
        count = _sectors(len(part), sector)
        data += part.ljust(count * sector, b"\0")
        table += [len(table) + i + 1 for i in range(count - 1)] + [_END] * (count > 0)
    return data, table


def _assembled(parts: list[bytes], directory: int, mini_fat: int) -> bytes:
    data, fat = _chained(parts, SECTOR)
    fats = 1
    while fats * SECTOR // 4 < len(fat) + fats:
        fats += 1
    at = len(fat)
    fat += [_FAT] * fats
    fat += [_FREE] * (fats * SECTOR // 4 - len(fat))
    mini_sectors = _sectors(len(parts[-1]), SECTOR)
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIIII",
        *(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, b""),
        *(0, fats, directory, 0, MINI_LIMIT, mini_fat, mini_sectors, _END, 0),
        at,
    )
    others = [at + i if i < fats else _FREE for i in range(1, 109)]
    return header + struct.pack("<108I", *others) + data + struct.pack(f"<{len(fat)}I", *fat)
