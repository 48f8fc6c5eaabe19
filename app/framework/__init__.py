"""指标体系: the indicator set as data, its schema, and the packs that a county installs."""
