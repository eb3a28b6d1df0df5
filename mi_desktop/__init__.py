"""MI Desktop: medicines questions in, safety answered, signed letters out. Offline.

The rooms, in the order a piece of mail walks through them:

    intake     something arrives; the untouched original is kept
    ocr        we read it
    inquiries  someone asked something: requester, question, clocks
    safety     was anyone harmed, was the product faulty
    library    what we may answer with: standard responses
    letters    we answer: compose, approve, render, sign, verify
    dispatch   it goes out: print batches and e-mail
    keeping    what is kept and what goes: backups, retention, requests about personal data
    oversight  what is shown and watched: copies of records, reviews, settings, the logbook

What every room looks up: catalogue (products, topics, calendars), people (users, roles,
signatures), storage (database, vault, audit trail), archival (PDFs fit to be kept), sandbox
(hostile bytes in a process of their own), settings, basics. The counter is services; ui and cli
order work there; demo makes and walks the demonstration office; bootstrap builds everything once;
entrance is the way in.
"""

__version__ = "0.1.0"
