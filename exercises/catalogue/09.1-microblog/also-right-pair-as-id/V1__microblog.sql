create table members (
  id integer primary key autoincrement,
  name varchar(64) not null,
  constraint uq_members_name unique (name),
  constraint ck_members_name_length check (length(name) <= 64)
);
create table messages (
  id integer primary key autoincrement,
  text varchar(140) not null,
  written timestamp not null,
  author_id integer not null references members (id),
  constraint ck_messages_text_length check (length(text) <= 140)
);
create table follows (
  follower_id integer not null references members (id),
  followed_id integer not null references members (id),
  primary key (follower_id, followed_id),
  constraint ck_follows_self check (follower_id <> followed_id)
);
