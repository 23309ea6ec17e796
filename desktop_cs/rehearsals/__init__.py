"""Hard conversations to rehearse: what a customer says, what one may answer, and where each answer leads."""
