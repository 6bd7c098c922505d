-- Schema 2. What was read of a statement beyond its spans: JSON as UnderstandingCodec writes it; NULL where that is nothing.

ALTER TABLE statement ADD COLUMN understanding TEXT CHECK (understanding IS NULL OR json_type(understanding) = 'object');
