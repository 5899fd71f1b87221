# Everything goes through .venv, which is made on first use and renewed when pyproject.toml changes.
# Written for GNU Make 3.81: no .ONESHELL, no grouped targets. Paths stay relative, so that spaces and
# Chinese characters in the folder's name never reach Make.

VENV := .venv
PYTHON_IN_VENV := $(VENV)/bin/python
STAMP := $(VENV)/installed
ARGS :=
FULL :=

.PHONY: help install practice test lint bank bench docs

help: ## this list
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1@\2/p' Makefile | awk -F@ '{ printf "%-17s%s\n", $$1, $$2 }'
	@echo '  e.g. make practice ARGS="softmax --lang zh"'

install: $(STAMP) ## make .venv and install the program there

# Installing talks to stderr: stdout belongs to the program that runs afterwards.
$(STAMP): pyproject.toml
	@sh .make/venv.sh $(VENV) >&2
	@touch $(STAMP)

# 1, 3 and 130 speak of the answers and of leaving early: the session is finished, and Make has nothing to report.
practice: $(STAMP) ## start a session: make practice ARGS="sigmoid-formula"
	@$(PYTHON_IN_VENV) -m interview_drill practice $(ARGS) || { code=$$?; case $$code in 1|3|130) ;; *) exit $$code ;; esac; }

# A file's tests stay together, since they share what is dear to start. The long counts are printed, so by one process.
test: $(STAMP) ## run all tests; FULL=1 adds the long counts
	@FULL=$(FULL) $(PYTHON_IN_VENV) -m pytest $(if $(FULL),-s,-n auto --dist loadfile) $(ARGS)

lint: $(STAMP) ## check the style of the code
	@$(PYTHON_IN_VENV) -m ruff check .

bank: $(STAMP) ## prove every question of the bank
	@$(PYTHON_IN_VENV) -m interview_drill bank check $(ARGS)

bench: $(STAMP) ## measure beside the peers; writes .bench/results.json
	@$(PYTHON_IN_VENV) -m pip install -q -e '.[bench]' >&2
	@$(PYTHON_IN_VENV) -m pytest -m bench tests/benchmarks -s $(ARGS)

docs: $(STAMP) ## record the README's session anew
	@$(PYTHON_IN_VENV) .make/record.py
