"""The progress slip on the screen: the very paper that is printed, and what to mend before."""
