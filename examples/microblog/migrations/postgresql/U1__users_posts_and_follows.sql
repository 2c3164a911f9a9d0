-- users, posts and follows (the downgrade)

-- DESTROYS DATA: removed table 'follows'
drop table follows;

-- DESTROYS DATA: removed table 'posts'
drop table posts;

-- DESTROYS DATA: removed table 'users'
drop table users;
