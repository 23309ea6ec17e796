"""Hard conversations to rehearse: the list of them, the conversation, and what helped."""
