package ch01_configuration;

import ormlab.config.ConnectionSettings;
import ormlab.grade.NotSolvedYet;

/**
 * What is torn out of a diary shall be gone. SQLite only marks a deleted row as free; its text can
 * be read in the file until something else is written there. "pragma secure_delete = on" makes it
 * wipe the place, on the connection that was told so.
 */
public class Diary {
    /** Gives the settings with which the diary is opened. */
    static ConnectionSettings settings() {
        // TODO Each new connection wipes what it deletes. At most 3 connections are open at once.
        throw new NotSolvedYet("set the connections up");
    }
}
