"""Reading a text: its words, sentences, numbers, moments, names, quotations and claims."""
