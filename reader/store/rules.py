"""Rules: what mutes, marks or stars articles by itself, and what each one caught. Part of the store's facade."""

SCHEMA = """
ALTER TABLE rule ADD COLUMN enabled INTEGER NOT NULL DEFAULT 1;
ALTER TABLE rule ADD COLUMN ended INTEGER NOT NULL DEFAULT 0;    -- its time is over: it holds nothing any more
ALTER TABLE rule ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;  -- kept, so that undoing brings it back
ALTER TABLE rule ADD COLUMN trouble TEXT;                        -- why it was stopped: its expression takes too long
ALTER TABLE rule ADD COLUMN caught INTEGER NOT NULL DEFAULT 0;   -- kept by the triggers below
ALTER TABLE rule ADD COLUMN run_below INTEGER;   -- articles with a smaller id are still to be looked at; NULL: none
ALTER TABLE rule ADD COLUMN journal_id INTEGER;  -- the operation that this looking belongs to
CREATE TABLE rule_match (
    rule_id INTEGER NOT NULL REFERENCES rule(id), article_id INTEGER NOT NULL REFERENCES article(id),
    PRIMARY KEY (rule_id, article_id)
) WITHOUT ROWID;
CREATE INDEX rule_match_of ON rule_match(article_id);
CREATE TRIGGER rule_match_added AFTER INSERT ON rule_match BEGIN
    UPDATE rule SET caught = caught + 1 WHERE id = new.rule_id;
END;
CREATE TRIGGER rule_match_gone AFTER DELETE ON rule_match BEGIN
    UPDATE rule SET caught = caught - 1 WHERE id = old.rule_id;
END;
"""
