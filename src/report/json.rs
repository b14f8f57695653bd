//! `--format json` and `jsonl`, schema `tadqiq.check/1`.
