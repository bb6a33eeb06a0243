"""Discord: private chats, slash commands, buttons and forms, and private threads."""
