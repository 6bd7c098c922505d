namespace Sayso.Storage.Access;

/// <summary>
/// The tables of a file of users. Times are 100 ns since 1970; <c>key</c> is a name in capitals. The file is not the ledger's, so
/// its schema counts for itself (<c>PRAGMA user_version</c>).
/// </summary>
internal static class AccessSchema
{
    /// <summary>The schema that this program writes.</summary>
    public const int Version = 1;

    /// <summary><c>Sayu</c> in ASCII: marks a SQLite database as a file of users (<c>PRAGMA application_id</c>).</summary>
    public const int ApplicationId = 0x53617975;

    /// <summary>Makes the tables of schema 1.</summary>
    public const string Sql =
        """
        CREATE TABLE user (
            key TEXT PRIMARY KEY, name TEXT NOT NULL, scope TEXT NOT NULL, password TEXT NOT NULL, created INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE token (
            key TEXT PRIMARY KEY, name TEXT NOT NULL, user TEXT NOT NULL REFERENCES user (key) ON DELETE CASCADE, scope TEXT NOT NULL,
            hash TEXT NOT NULL UNIQUE, created INTEGER NOT NULL, expires INTEGER, revoked INTEGER, used INTEGER
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX token_user ON token (user);
        CREATE TABLE session (
            id INTEGER PRIMARY KEY AUTOINCREMENT, user TEXT NOT NULL REFERENCES user (key) ON DELETE CASCADE, hash TEXT NOT NULL UNIQUE,
            created INTEGER NOT NULL, expires INTEGER NOT NULL, seen INTEGER NOT NULL, address TEXT, agent TEXT
        ) STRICT;
        CREATE INDEX session_user ON session (user);
        CREATE TABLE audit (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, action TEXT NOT NULL, user TEXT, key TEXT, place TEXT, detail TEXT,
            count INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX audit_user ON audit (key, sequence);
        """;
}
