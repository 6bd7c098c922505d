using Sayso.Storage.Files;

namespace Sayso.Storage.Chain;

/// <summary>
/// SQLite's own check, which goes through every page and every index. The conditions of columns are left out but for the table that no
/// entry covers: what they say of a row its hash says better, and they take as long as all the rest.
/// </summary>
internal static class FileCheck
{
    /// <summary>Reports what is wrong, the first twenty things.</summary>
    public static void Run(Database database, Action<string> fault)
    {
        database.Execute("PRAGMA ignore_check_constraints = ON");
        try
        {
            Check("PRAGMA integrity_check(20)");
        }
        finally
        {
            database.Execute("PRAGMA ignore_check_constraints = OFF");
        }

        Check("PRAGMA integrity_check(watchlist)");

        void Check(string pragma) => database.All(pragma, r => r.GetString(0)).FindAll(line => line != "ok").ForEach(fault);
    }
}
