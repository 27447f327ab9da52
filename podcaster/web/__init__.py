"""The web server for what is published."""
