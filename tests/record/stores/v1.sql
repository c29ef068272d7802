CREATE TABLE about (
	"key" TEXT NOT NULL, 
	value TEXT, 
	PRIMARY KEY ("key")
);
INSERT INTO "about" VALUES('version','1');
CREATE TABLE votes (
	id TEXT NOT NULL, 
	write INTEGER NOT NULL, 
	organ TEXT NOT NULL, 
	symbol TEXT NOT NULL, 
	day TEXT NOT NULL, 
	known TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	meeting TEXT NOT NULL, 
	draft TEXT NOT NULL, 
	item TEXT NOT NULL, 
	title TEXT NOT NULL, 
	ballots TEXT NOT NULL, 
	yes INTEGER, 
	no INTEGER, 
	abstain INTEGER, 
	absent INTEGER, 
	carried INTEGER, 
	method TEXT NOT NULL, 
	note TEXT NOT NULL, 
	odd TEXT NOT NULL, 
	source TEXT NOT NULL, 
	url TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "votes" VALUES('02b9b21a828feaa9d866042c04c08ee2',1,'SC','S/RES/2801 (2025)','2025-11-21','2025-11-21','resolution','','','','','+ CHN DNK DZA FRA GBR GRC GUY KOR PAK PAN RUS SLE SOM SVN USA',15,0,0,0,1,'vote','','names and totals disagree: 15 by name and 13 by the total yes','UN Dag Hammarskjöld Library, Security Council voting data, S/RES/2801 (2025)','');
INSERT INTO "votes" VALUES('641b9687c3aaa1386503c04cab38e530',2,'SC','','2024-06-12','2024-06-12','adopt_agenda','S/PV.9652','','Non-proliferation/Democratic People''s Republic of Korea','','+ CHE DZA ECU FRA GBR GUY JPN KOR MLT SLE SVN USA - CHN RUS ~ MOZ',12,2,1,0,1,'vote','','','SC/15728','');
CREATE TABLE writes (
	n INTEGER NOT NULL, 
	day TEXT, 
	what TEXT NOT NULL, 
	rows INTEGER NOT NULL, 
	sum TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	PRIMARY KEY (n)
);
INSERT INTO "writes" VALUES(1,'2026-11-29','votes of v1.csv',1,'02b9b21a828feaa9d866042c04c08ee2','2122b174f9f7d54249c3c7c1790f0fa32c19b386a7ced8318068b9542ee2df3d');
INSERT INTO "writes" VALUES(2,'2026-11-29','vote of 2024-06-12',1,'641b9687c3aaa1386503c04cab38e530','6a9275ab2320f521613336ae783532933e2e667d8d2cd4aaa1dd8fd5c2974417');
CREATE INDEX votes_by_symbol ON votes (symbol);
CREATE INDEX votes_by_day ON votes (day);
CREATE INDEX ix_votes_write ON votes (write);
