CREATE TABLE about (
	"key" TEXT NOT NULL, 
	value TEXT, 
	PRIMARY KEY ("key")
);
CREATE TABLE claims (
	id TEXT NOT NULL, 
	write INTEGER NOT NULL, 
	page TEXT NOT NULL, 
	matter TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	value TEXT NOT NULL, 
	about TEXT NOT NULL, 
	verdict TEXT NOT NULL, 
	known TEXT NOT NULL, 
	words TEXT NOT NULL, 
	rest TEXT NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE filings (
	id TEXT NOT NULL, 
	write INTEGER NOT NULL, 
	page TEXT NOT NULL, 
	matter TEXT NOT NULL, 
	rank INTEGER NOT NULL, 
	known TEXT NOT NULL, 
	why TEXT NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE launches (
	id TEXT NOT NULL, 
	write INTEGER NOT NULL, 
	day_utc TEXT NOT NULL, 
	day_local TEXT NOT NULL, 
	time TEXT NOT NULL, 
	series INTEGER NOT NULL, 
	missile TEXT NOT NULL, 
	place TEXT NOT NULL, 
	landing TEXT NOT NULL, 
	outcome TEXT NOT NULL, 
	text TEXT NOT NULL, 
	source TEXT NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE matters (
	id TEXT NOT NULL, 
	write INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	words TEXT NOT NULL, 
	known TEXT NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE notes (
	id TEXT NOT NULL, 
	write INTEGER NOT NULL, 
	matter TEXT NOT NULL, 
	known TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	text TEXT NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE pages (
	id TEXT NOT NULL, 
	write INTEGER NOT NULL, 
	title TEXT NOT NULL, 
	text TEXT NOT NULL, 
	url TEXT NOT NULL, 
	site TEXT NOT NULL, 
	published TEXT NOT NULL, 
	known TEXT NOT NULL, 
	file TEXT NOT NULL, 
	rest TEXT NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE quotes (
	id TEXT NOT NULL, 
	write INTEGER NOT NULL, 
	page TEXT NOT NULL, 
	matter TEXT NOT NULL, 
	speaker TEXT NOT NULL, 
	via TEXT NOT NULL, 
	known TEXT NOT NULL, 
	words TEXT NOT NULL, 
	rest TEXT NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE statements (
	id TEXT NOT NULL, 
	write INTEGER NOT NULL, 
	page TEXT NOT NULL, 
	matter TEXT NOT NULL, 
	source TEXT NOT NULL, 
	act TEXT NOT NULL, 
	target TEXT NOT NULL, 
	day TEXT NOT NULL, 
	status TEXT NOT NULL, 
	polarity TEXT NOT NULL, 
	plover TEXT NOT NULL, 
	known TEXT NOT NULL, 
	words TEXT NOT NULL, 
	rest TEXT NOT NULL, 
	PRIMARY KEY (id)
);
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
CREATE TABLE writes (
	n INTEGER NOT NULL, 
	day TEXT, 
	what TEXT NOT NULL, 
	rows INTEGER NOT NULL, 
	sum TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	PRIMARY KEY (n)
);
CREATE INDEX claims_by_matter ON claims (matter, known);
CREATE INDEX claims_by_page ON claims (page);
CREATE INDEX filings_by_matter ON filings (matter, known);
CREATE INDEX filings_by_page ON filings (page);
CREATE INDEX ix_claims_write ON claims (write);
CREATE INDEX ix_filings_write ON filings (write);
CREATE INDEX ix_launches_write ON launches (write);
CREATE INDEX ix_matters_write ON matters (write);
CREATE INDEX ix_notes_write ON notes (write);
CREATE INDEX ix_pages_write ON pages (write);
CREATE INDEX ix_quotes_write ON quotes (write);
CREATE INDEX ix_statements_write ON statements (write);
CREATE INDEX ix_votes_write ON votes (write);
CREATE INDEX launches_by_day ON launches (day_local);
CREATE INDEX notes_by_matter ON notes (matter, known);
CREATE INDEX pages_by_known ON pages (known);
CREATE INDEX quotes_by_matter ON quotes (matter, known);
CREATE INDEX quotes_by_page ON quotes (page);
CREATE INDEX statements_by_matter ON statements (matter, known, day, source, act, target, status, polarity, page);
CREATE INDEX statements_by_page ON statements (page);
CREATE INDEX votes_by_day ON votes (day);
CREATE INDEX votes_by_symbol ON votes (symbol);
INSERT INTO "about" VALUES('version','2');
INSERT INTO "claims" VALUES('a03953c4d86d40592c732a788ddb0ef2',5,'ab2c9a27ac44ddd185c612bfa5968af4','somalia','date','2021-03-04','','unchecked','2021-03-04','4 March 2021','{"kind":"date","span":[42,54],"value":"2021-03-04","unit":null,"when":"2021-03-04","about":null,"verdict":"unchecked","evidence":[],"says":null}');
INSERT INTO "claims" VALUES('d1d36b593ccbb5281597a883a82861c0',5,'ab2c9a27ac44ddd185c612bfa5968af4','somalia','date','2021-03-04','','unchecked','2021-03-04','Thursday','{"kind":"date","span":[93,101],"value":"2021-03-04","unit":null,"when":"2021-03-04","about":null,"verdict":"unchecked","evidence":[],"says":null}');
INSERT INTO "claims" VALUES('fdfcc1c6d2a920e549328ca9bf3395a9',5,'ab2c9a27ac44ddd185c612bfa5968af4','somalia','count','2','soldiers','unchecked','2021-03-04','two soldiers','{"kind":"count","span":[144,156],"value":2,"unit":"soldiers","when":null,"about":"soldiers","verdict":"unchecked","evidence":[],"says":null}');
INSERT INTO "filings" VALUES('cb3897d156812e57907cfc1e4efea4a9',5,'ab2c9a27ac44ddd185c612bfa5968af4','somalia',1,'2021-03-04','Somalia');
INSERT INTO "matters" VALUES('30b7e64d1f44581b605e990d4df4b848',3,'Grain corridor','Grain corridor
Black Sea grain','2022-07-22');
INSERT INTO "notes" VALUES('1548383abd9e241526890e34f47d7a7a',4,'syria','2019-12-04','UN desk','Ask the mission for the programme of work.');
INSERT INTO "pages" VALUES('ab2c9a27ac44ddd185c612bfa5968af4',5,'Kenya asks for a meeting','Kenya asks for a meeting

UNITED NATIONS, 4 March 2021 - Kenya asked the Security Council on Thursday for a meeting on Somalia. Kenya said that two soldiers were killed.','','','2021-03-04','2021-03-04','','{"published":"2021-03-04","published_how":[{"reason":"the dateline gives the day","span":[42,54]}],"authors":[],"language":"en","lines":[{"n":1,"start":0,"end":24,"role":"headline","keep":0.1414},{"n":2,"start":25,"end":25,"role":"blank","keep":0.0},{"n":3,"start":26,"end":169,"role":"body","keep":0.9899}],"speakers":[],"repairs":[],"partial":null}');
INSERT INTO "statements" VALUES('83325b06e88ec3b976d90a2407f40f17',5,'ab2c9a27ac44ddd185c612bfa5968af4','somalia','KEN','request_meeting','UNSC','2021-03-04','asserted','+','REQUEST','2021-03-04','UNITED NATIONS, 4 March 2021 - Kenya asked the Security Council on Thursday for a meeting on Somalia.','{"id":"s1","act":"request_meeting","plover":"REQUEST","cameo":"026","source":{"code":"KEN","name":"Kenya","text":"Kenya","span":[57,62]},"target":{"code":"UNSC","name":"UN Security Council","text":"the Security Council","span":[69,89]},"trigger":{"text":"asked the Security Council on Thursday for a meeting","span":[63,115]},"sentence":[26,127],"when":"2021-03-04","status":"asserted","polarity":"+","attribution":[],"mentions":[[6,24]],"confidence":0.87,"why":"ask ~for @meeting: ''asked for meeting''; next: ask ~for @meeting (request_meeting)"}');
INSERT INTO "statements" VALUES('72df14741006ae3a54ad4ce79d18292d',5,'ab2c9a27ac44ddd185c612bfa5968af4','somalia','','kill','two soldiers','2021-03-04','asserted','+','ASSAULT','2021-03-04','Kenya said that two soldiers were killed.','{"id":"s2","act":"kill","plover":"ASSAULT","cameo":"180","source":null,"target":{"code":"*","name":"two soldiers","text":"two soldiers","span":[144,156]},"trigger":{"text":"killed","span":[162,168]},"sentence":[128,169],"when":null,"status":"asserted","polarity":"+","attribution":[{"code":"KEN","name":"Kenya","text":"Kenya","span":[128,133]}],"mentions":[],"confidence":0.65,"why":"kill: ''killed''; next: kill (kill)"}');
INSERT INTO "votes" VALUES('02b9b21a828feaa9d866042c04c08ee2',1,'SC','S/RES/2801 (2025)','2025-11-21','2025-11-21','resolution','','','','','+ CHN DNK DZA FRA GBR GRC GUY KOR PAK PAN RUS SLE SOM SVN USA',15,0,0,0,1,'vote','','names and totals disagree: 15 by name and 13 by the total yes','UN Dag Hammarskjöld Library, Security Council voting data, S/RES/2801 (2025)','');
INSERT INTO "votes" VALUES('8bfbcacae40c3577eb48af94b55bb8db',2,'SC','','2024-06-12','2024-06-12','adopt_agenda','S/PV.9652','','The situation in the Democratic People''s Republic of Korea','','+ CHE DZA ECU FRA GBR GUY JPN KOR MLT SLE SVN USA - CHN RUS ~ MOZ',12,2,1,0,1,'vote','','','SC/15728','');
INSERT INTO "writes" VALUES(1,'2026-11-29','votes of v1.csv',1,'02b9b21a828feaa9d866042c04c08ee2','2122b174f9f7d54249c3c7c1790f0fa32c19b386a7ced8318068b9542ee2df3d');
INSERT INTO "writes" VALUES(2,'2024-06-12','vote of 2024-06-12',1,'8bfbcacae40c3577eb48af94b55bb8db','6acfa2bca6acecf52d229e66519a8ee158baf7a7a9d21cabeccd4bbe099b520f');
INSERT INTO "writes" VALUES(3,'2022-07-22','matter Grain corridor',1,'30b7e64d1f44581b605e990d4df4b848','2c576f1433d6989e81abb055604de876c5952c4d0bf001872f0f027173d2b1fc');
INSERT INTO "writes" VALUES(4,'2019-12-04','note on syria',1,'1548383abd9e241526890e34f47d7a7a','4a85ec13e940982a2381f727092b49f0f30299a5de10f014c1813afb6ef15c97');
INSERT INTO "writes" VALUES(5,NULL,'page Kenya asks for a meeting',7,'dc802258e33d94836d06c58f8ed86e3c','9997e796677da615738a3069f7c68a02739a3d0e790efd43fd125e51b9604843');
