using Microsoft.Data.Sqlite;
using Sayso.Storage.Files;
using Sayso.Storage.Migrations;

namespace Sayso.Storage.Chain;

/// <summary>Compares tables, indexes and triggers with what the migrations make of an empty database.</summary>
internal static class SchemaCheck
{
    /// <summary>Reports what is missing or altered. What somebody put beside it is theirs.</summary>
    public static void Run(Database database, Action<string> fault)
    {
        var found = Schema(database);
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var fresh = new Database(connection, ":memory:", isReadOnly: false);
        foreach (var migration in Migration.All)
        {
            fresh.Execute(migration.Sql);
        }

        foreach (var (name, sql) in Schema(fresh))
        {
            if (!found.TryGetValue(name, out var text) || text != sql)
            {
                fault($"The schema's {name} is missing or altered.");
            }
        }
    }

    private static Dictionary<string, string> Schema(Database database) => database.All(
        "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS NOT NULL", r => (Name: r.GetString(0), Sql: r.GetString(1)))
        .ToDictionary(o => o.Name, o => o.Sql);
}
