"""随机访谈 from the list of people to the figure: drawn, entered twice, imported, filled, bound."""
