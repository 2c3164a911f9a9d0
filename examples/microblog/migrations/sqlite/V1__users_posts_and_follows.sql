-- users, posts and follows

-- Added table 'users'
create table users (
  id integer primary key autoincrement,
  username varchar(64) not null,
  email varchar(120) not null,
  password_hash varchar(128) not null,
  constraint uq_users_username unique (username),
  constraint uq_users_email unique (email),
  constraint ck_users_username_length check (length(username) <= 64),
  constraint ck_users_email_length check (length(email) <= 120),
  constraint ck_users_password_hash_length check (length(password_hash) <= 128)
);

-- Added table 'follows'
create table follows (
  id integer primary key autoincrement,
  follower_id integer not null,
  followed_id integer not null,
  constraint uq_follows_follower_followed unique (follower_id, followed_id),
  constraint fk_follows_follower_id_users foreign key (follower_id) references users (id),
  constraint fk_follows_followed_id_users foreign key (followed_id) references users (id)
);

-- Added table 'posts'
create table posts (
  id integer primary key autoincrement,
  body varchar(140) not null,
  timestamp timestamp not null,
  author_id integer not null,
  constraint fk_posts_author_id_users foreign key (author_id) references users (id),
  constraint ck_posts_body_length check (length(body) <= 140)
);

-- Added index 'ix_follows_followed_id' on 'follows' (followed_id)
create index ix_follows_followed_id on follows (followed_id);

-- Added index 'ix_posts_author_id' on 'posts' (author_id)
create index ix_posts_author_id on posts (author_id);

-- Added index 'ix_posts_timestamp' on 'posts' (timestamp)
create index ix_posts_timestamp on posts (timestamp);
