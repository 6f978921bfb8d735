"""What is remembered: articles as they were read, and what follows from them, kept up to date as they come and go."""
