"""On time, every day: which day is due, one attempt at it, and the crontab line that asks."""
