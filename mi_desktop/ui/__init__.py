"""The screens: all Qt lives here. Screens order work at the counter and show what comes back."""
