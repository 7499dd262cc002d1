"""Articles put aside: whole and findable, but in no list and no number until they are taken back. Part of the store.

Why an article is aside is a sum in `status.aside`: a rule mutes it, the reader archived it, it is deleted. Lists ask
for the sum 0. Triggers keep the numbers, and the same sum in `article.aside`, where the indexes of lists need it.
"""

MUTED = 1
ARCHIVED = 2
DELETED = 4

SCHEMA = """
ALTER TABLE status ADD COLUMN aside INTEGER NOT NULL DEFAULT 0;   -- a sum: 1 muted by a rule, 2 archived, 4 deleted
ALTER TABLE article ADD COLUMN aside INTEGER NOT NULL DEFAULT 0;  -- the same; nobody but the triggers writes it
ALTER TABLE feed ADD COLUMN muted INTEGER NOT NULL DEFAULT 0;     -- how many are muted and not deleted

DROP TRIGGER status_unread_added;
CREATE TRIGGER status_added AFTER INSERT ON status WHEN new.article_id IS NOT NULL BEGIN
    UPDATE feed SET unread = unread + (new.read = 0 AND new.aside = 0), total = total + (new.aside = 0),
        muted = muted + (new.aside IN (1, 3)) WHERE id = new.feed_id;
    UPDATE article SET aside = new.aside WHERE id = new.article_id AND new.aside <> 0;
END;
DROP TRIGGER status_met_article;
CREATE TRIGGER status_met_article AFTER UPDATE OF article_id ON status
    WHEN old.article_id IS NULL AND new.article_id IS NOT NULL BEGIN
    UPDATE feed SET unread = unread + (new.read = 0 AND new.aside = 0), total = total + (new.aside = 0),
        muted = muted + (new.aside IN (1, 3)) WHERE id = new.feed_id;
    UPDATE article SET aside = new.aside WHERE id = new.article_id AND new.aside <> 0;
END;
DROP TRIGGER status_read_changed;
CREATE TRIGGER status_read_changed AFTER UPDATE OF read ON status
    WHEN new.article_id IS NOT NULL AND old.read <> new.read AND old.aside = 0 AND new.aside = 0 BEGIN
    UPDATE feed SET unread = unread + (new.read = 0) - (old.read = 0) WHERE id = new.feed_id;
END;
CREATE TRIGGER status_aside_changed AFTER UPDATE OF aside ON status
    WHEN new.article_id IS NOT NULL AND old.article_id IS NOT NULL AND old.aside <> new.aside BEGIN
    UPDATE feed SET unread = unread + (new.read = 0 AND new.aside = 0) - (old.read = 0 AND old.aside = 0),
        total = total + (new.aside = 0) - (old.aside = 0),
        muted = muted + (new.aside IN (1, 3)) - (old.aside IN (1, 3)) WHERE id = new.feed_id;
    UPDATE article SET aside = new.aside WHERE id = new.article_id;
    UPDATE smart_feed SET unread = unread + (new.read = 0 AND new.aside = 0) - (old.read = 0 AND old.aside = 0),
        total = total + (new.aside = 0) - (old.aside = 0)
        WHERE id IN (SELECT smart_feed_id FROM smart_match WHERE article_id = new.article_id);
END;
DROP TRIGGER smart_match_added;
CREATE TRIGGER smart_match_added AFTER INSERT ON smart_match BEGIN
    UPDATE smart_feed SET total = total + coalesce((SELECT aside = 0 FROM status WHERE article_id = new.article_id), 0),
        unread = unread + coalesce((SELECT read = 0 AND aside = 0 FROM status WHERE article_id = new.article_id), 0)
        WHERE id = new.smart_feed_id;
END;
DROP TRIGGER smart_match_gone;
CREATE TRIGGER smart_match_gone AFTER DELETE ON smart_match BEGIN
    UPDATE smart_feed SET total = total - coalesce((SELECT aside = 0 FROM status WHERE article_id = old.article_id), 0),
        unread = unread - coalesce((SELECT read = 0 AND aside = 0 FROM status WHERE article_id = old.article_id), 0)
        WHERE id = old.smart_feed_id;
END;
DROP TRIGGER status_read_in_smart_feeds;
CREATE TRIGGER status_read_in_smart_feeds AFTER UPDATE OF read ON status
    WHEN new.article_id IS NOT NULL AND old.read <> new.read AND old.aside = 0 AND new.aside = 0 BEGIN
    UPDATE smart_feed SET unread = unread + (new.read = 0) - (old.read = 0)
        WHERE id IN (SELECT smart_feed_id FROM smart_match WHERE article_id = new.article_id);
END;

DROP INDEX article_newest;        -- every index that a list runs on says whether an article is aside
CREATE INDEX article_newest ON article(sort DESC, id DESC, feed_id, aside);
DROP INDEX article_feed_newest;
CREATE INDEX article_feed_newest ON article(feed_id, sort DESC, id DESC, aside);
DROP INDEX article_section;
CREATE INDEX article_section ON article(section COLLATE NOCASE, sort DESC, id DESC, aside);
DROP INDEX article_longest;
CREATE INDEX article_longest ON article(minutes DESC, sort DESC, id DESC, aside);
DROP INDEX article_restricted;
CREATE INDEX article_restricted ON article(sort DESC, id DESC, aside) WHERE access <> 'open';
DROP INDEX article_updated;
CREATE INDEX article_updated ON article(sort DESC, id DESC, feed_id, marker, significant, aside)
    WHERE marker IS NOT NULL OR significant > 1;
DROP INDEX status_unread;
CREATE INDEX status_unread ON status(sort DESC, article_id DESC, feed_id, read, aside) WHERE read = 0;
DROP INDEX status_feed_unread;
CREATE INDEX status_feed_unread ON status(feed_id, sort DESC, article_id DESC, read, aside) WHERE read = 0;
DROP INDEX status_starred;
CREATE INDEX status_starred ON status(sort DESC, article_id DESC, feed_id, starred, aside) WHERE starred = 1;
CREATE INDEX article_aside ON article(sort DESC, id DESC, feed_id, aside) WHERE aside <> 0;  -- "muted", "archive"
"""
