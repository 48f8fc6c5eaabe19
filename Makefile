# Everything goes through packaging/bootstrap.py, which needs only Python 3.11 or newer.
PYTHON ?= python3

.PHONY: run test setup bench attack screenshots translations versions build format clean

run test setup bench attack screenshots translations versions build format clean:
	@$(PYTHON) packaging/bootstrap.py $@ $(ARGS)
