CREATE TABLE about (
	"key" TEXT NOT NULL, 
	value TEXT, 
	PRIMARY KEY ("key")
);
INSERT INTO "about" VALUES('version','4');
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
	rest TEXT NOT NULL
);
INSERT INTO "claims" VALUES('9c717c506bf27bd785934b4cea2bcff2',3,'728edda9d7d62cd44d9192256ee3cfc3','chad','date','2019-05-09','','unchecked','2019-05-09','9 May 2019','{"kind":"date","span":[16,26],"value":"2019-05-09","unit":null,"when":"2019-05-09","about":null,"verdict":"unchecked","evidence":[],"says":null}');
INSERT INTO "claims" VALUES('f5b55ce2bc3f6647f96e5cda85524ec6',3,'728edda9d7d62cd44d9192256ee3cfc3','chad','date','2019-05-09','','unchecked','2019-05-09','Thursday','{"kind":"date","span":[64,72],"value":"2019-05-09","unit":null,"when":"2019-05-09","about":null,"verdict":"unchecked","evidence":[],"says":null}');
INSERT INTO "claims" VALUES('bbd88f78f61d43b2bbceb2e16e0d6ba1',3,'728edda9d7d62cd44d9192256ee3cfc3','chad','count','10','more attacks','unchecked','2019-05-09','10 more attacks','{"kind":"count","span":[110,125],"value":10,"unit":"attacks","when":null,"about":"more attacks","verdict":"unchecked","evidence":[],"says":null}');
INSERT INTO "claims" VALUES('168c131fc0e6cde9a8574703095a5217',3,'728edda9d7d62cd44d9192256ee3cfc3','chad','threshold','9','votes','confirmed','2019-05-09','nine votes','{"kind":"threshold","span":[191,201],"value":9,"unit":"votes","when":null,"about":"votes","verdict":"confirmed","evidence":[{"kind":"rule","title":"Charter of the United Nations, Charter, Article 27(2)","symbol":null,"url":null,"file":null,"span":null,"known":"1966-01-01"}],"says":"On 9 May 2019 9 votes carry a question in the Council (Charter, Article 27(2))."}');
CREATE TABLE filings (
	id TEXT NOT NULL, 
	write INTEGER NOT NULL, 
	page TEXT NOT NULL, 
	matter TEXT NOT NULL, 
	rank INTEGER NOT NULL, 
	known TEXT NOT NULL, 
	why TEXT NOT NULL
);
INSERT INTO "filings" VALUES('96f17e9e9f40f760bb15d8699d9144c6',3,'728edda9d7d62cd44d9192256ee3cfc3','chad',1,'2019-05-09','Chad');
INSERT INTO "filings" VALUES('9eb1e0ba1f327959f82142af1e387ee0',3,'728edda9d7d62cd44d9192256ee3cfc3','mali',2,'2019-05-09','Mali');
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
INSERT INTO "matters" VALUES('00e807fad622db8b46978e531f0bb7a6',4,'Sahel force','Sahel force
G5 Sahel','2019-05-10');
CREATE TABLE notes (
	id TEXT NOT NULL, 
	write INTEGER NOT NULL, 
	matter TEXT NOT NULL, 
	known TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	text TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "notes" VALUES('68158366c2316053df056c8a09525dab',5,'mali','2019-05-10','desk','To be watched.');
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
INSERT INTO "pages" VALUES('728edda9d7d62cd44d9192256ee3cfc3',3,'','UNITED NATIONS, 9 May 2019 - Chad asked the Security Council on Thursday to meet on Mali. "We cannot wait for 10 more attacks," its ambassador said. France supported the meeting, which needs nine votes.','','','2019-05-09','2019-05-09','','{"published":"2019-05-09","published_how":[{"reason":"the dateline gives the day","span":[16,26]}],"authors":[],"language":"en","lines":[{"n":1,"start":0,"end":202,"role":"body","keep":0.9926}],"speakers":[],"repairs":[],"partial":null}');
CREATE TABLE quotes (
	id TEXT NOT NULL, 
	write INTEGER NOT NULL, 
	page TEXT NOT NULL, 
	matter TEXT NOT NULL, 
	speaker TEXT NOT NULL, 
	via TEXT NOT NULL, 
	known TEXT NOT NULL, 
	words TEXT NOT NULL, 
	rest TEXT NOT NULL
);
INSERT INTO "quotes" VALUES('a24c1df1be6ac37a0d360e08b0df77b4',3,'728edda9d7d62cd44d9192256ee3cfc3','chad','TCD','','2019-05-09','We cannot wait for 10 more attacks,','{"span":[91,126],"text":"We cannot wait for 10 more attacks,","speaker":{"code":"TCD","name":"its ambassador"},"via":null}');
CREATE TABLE replies (
	id TEXT NOT NULL, 
	write INTEGER NOT NULL, 
	about TEXT NOT NULL, 
	known TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	text TEXT NOT NULL, 
	sender TEXT NOT NULL, 
	odd TEXT NOT NULL, 
	ruling TEXT NOT NULL, 
	turn INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "replies" VALUES('80446c7cd5be5c5fb50aeb4ff98e950b',6,'728edda9d7d62cd44d9192256ee3cfc3','2019-05-11','A reader','It was Friday.','','','',0);
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
	rest TEXT NOT NULL
);
INSERT INTO "statements" VALUES('395188150aaccd2a863fde7fb31a9999',3,'728edda9d7d62cd44d9192256ee3cfc3','chad','TCD','request_meeting','UNSC','2019-05-09','asserted','+','REQUEST','2019-05-09','UNITED NATIONS, 9 May 2019 - Chad asked the Security Council on Thursday to meet on Mali.','{"id":"s1","act":"request_meeting","plover":"REQUEST","cameo":"026","source":{"code":"TCD","name":"Chad","text":"Chad","span":[29,33]},"target":{"code":"UNSC","name":"UN Security Council","text":"the Security Council","span":[40,60]},"trigger":{"text":"asked the Security Council on Thursday to meet","span":[34,80]},"sentence":[0,89],"when":"2019-05-09","status":"asserted","polarity":"+","attribution":[],"mentions":[],"confidence":0.83,"why":"ask ~meet: ''asked meet''; next: ask ~meet (request_meeting)"}');
INSERT INTO "statements" VALUES('2d119f54ba62f68a6f65cdc2f031993d',3,'728edda9d7d62cd44d9192256ee3cfc3','chad','TCD','say','','2019-05-09','asserted','+','STATEMENT','2019-05-09','"We cannot wait for 10 more attacks," its ambassador said.','{"id":"s2","act":"say","plover":"STATEMENT","cameo":"010","source":{"code":"TCD","name":"its ambassador","text":"its ambassador","span":[128,142]},"target":null,"trigger":{"text":"said","span":[143,147]},"sentence":[90,148],"when":"2019-05-09","status":"asserted","polarity":"+","attribution":[],"mentions":[],"confidence":0.65,"why":"say: ''said''; next: say (say)"}');
INSERT INTO "statements" VALUES('1abcb7b98dd0eb426df1f5f06e4bbcf1',3,'728edda9d7d62cd44d9192256ee3cfc3','chad','FRA','support','','2019-05-09','asserted','+','SUPPORT','2019-05-09','France supported the meeting, which needs nine votes.','{"id":"s3","act":"support","plover":"SUPPORT","cameo":"050","source":{"code":"FRA","name":"France","text":"France","span":[149,155]},"target":null,"trigger":{"text":"supported","span":[156,165]},"sentence":[149,202],"when":"2019-05-09","status":"asserted","polarity":"+","attribution":[],"mentions":[],"confidence":0.65,"why":"support: ''supported''; next: support (support)"}');
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
INSERT INTO "writes" VALUES(3,NULL,'page ',11,'3029b5e386cb03bc54bdff85d40ad754','12927641672a1cf9fb2e302696ac11608fc885013688642cea92120f5177a339');
INSERT INTO "writes" VALUES(4,'2019-05-10','matter Sahel force',1,'00e807fad622db8b46978e531f0bb7a6','dca68ce956dafdaa5b561d6c9734b62112718984d997f227c6602f207f8e1aac');
INSERT INTO "writes" VALUES(5,'2019-05-10','note on mali',1,'68158366c2316053df056c8a09525dab','1d38fd9f1fdb076fb9bf675b7000966c0ac26db224aa282f414d76e473f8fc0a');
INSERT INTO "writes" VALUES(6,'2019-05-11','reply',1,'80446c7cd5be5c5fb50aeb4ff98e950b','d1f61949b48dd1c2f753e036a5b516c726bf36cc8767d1f3bac176d595f454a8');
CREATE UNIQUE INDEX claims_of_page ON claims (page, id);
CREATE UNIQUE INDEX filings_of_page ON filings (page, id);
CREATE UNIQUE INDEX quotes_of_page ON quotes (page, id);
CREATE UNIQUE INDEX statements_of_page ON statements (page, id);
CREATE INDEX votes_by_symbol ON votes (symbol);
CREATE INDEX votes_by_day ON votes (day);
CREATE INDEX ix_votes_write ON votes (write);
CREATE INDEX claims_by_matter ON claims (matter, known);
CREATE INDEX filings_by_matter ON filings (matter, known);
CREATE INDEX ix_launches_write ON launches (write);
CREATE INDEX launches_by_day ON launches (day_local);
CREATE INDEX ix_matters_write ON matters (write);
CREATE INDEX notes_by_matter ON notes (matter, known);
CREATE INDEX ix_notes_write ON notes (write);
CREATE INDEX pages_by_known ON pages (known);
CREATE INDEX ix_pages_write ON pages (write);
CREATE INDEX quotes_by_matter ON quotes (matter, known);
CREATE INDEX statements_by_matter ON statements (matter, known, day, source, act, target, status, polarity, page);
CREATE INDEX ix_replies_write ON replies (write);
CREATE INDEX replies_by_about ON replies (about);
