package ormlab.query;

import java.util.List;

/** How rows are grouped, and which groups are kept; without keys, all rows are one group. */
record Groups<T>(List<String> keys, List<Having<? super T>> having) {}
