"""E2B(R3) messages: read, checked, made; acknowledgements read; MedDRA from the user's files."""
