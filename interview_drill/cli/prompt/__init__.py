"""A session at the prompt: what is typed, what it means, what is shown in return."""
