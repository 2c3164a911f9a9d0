-- microblog

-- Added table 'members'
create table members (
  id integer primary key autoincrement,
  name varchar(64) not null,
  constraint uq_members_name unique (name),
  constraint ck_members_name_length check (length(name) <= 64)
);

-- Added table 'follows'
create table follows (
  id integer primary key autoincrement,
  follower_id integer not null,
  followed_id integer not null,
  constraint uq_follows unique (follower_id, followed_id),
  constraint fk_follows_follower_id_members foreign key (follower_id) references members (id),
  constraint fk_follows_followed_id_members foreign key (followed_id) references members (id)
);

-- Added table 'messages'
create table messages (
  id integer primary key autoincrement,
  text varchar(140) not null,
  written timestamp not null,
  author_id integer not null,
  constraint fk_messages_author_id_members foreign key (author_id) references members (id),
  constraint ck_messages_text_length check (length(text) <= 140)
);
