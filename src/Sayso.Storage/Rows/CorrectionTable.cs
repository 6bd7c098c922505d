using Sayso.Core.Conflicts;
using Sayso.Core.Corrections;
using Sayso.Core.Errors;
using Sayso.Storage.Files;

namespace Sayso.Storage.Rows;

/// <summary>The table <c>correction</c>.</summary>
internal sealed class CorrectionTable(Database database)
{
    /// <summary>Keeps what an entry says.</summary>
    public void Insert(long entry, string body) =>
        database.Execute("INSERT INTO correction (entry, body) VALUES ($entry, $body)", ("$entry", entry), ("$body", body));

    /// <summary>What an entry says, as it is kept; <c>null</c> for an entry that corrects nothing.</summary>
    public string? Body(long entry) =>
        database.First("SELECT body FROM correction WHERE entry = $entry", r => r.GetString(0), ("$entry", entry));

    /// <summary>Refuses a correction of what is not there.</summary>
    /// <exception cref="SaysoException">A statement or document is not in the ledger.</exception>
    public void RefuseUnknown(Correction correction)
    {
        foreach (var id in correction.IsOfStatements ? correction.Sets.SelectMany(s => s) : [])
        {
            Require("SELECT 1 FROM statement WHERE id = $id LIMIT 1", "statement", id);
        }

        IEnumerable<string> documents = correction.Kind == CorrectionKind.NoteDocument ? correction.Sets[0]
            : correction.Kind == CorrectionKind.EntitySplit && correction.Sets.Count > 2 ? correction.Sets[2]
            : correction.Kind == CorrectionKind.JudgeConflict ? ConflictJudgement.DocumentsOf(correction) : [];
        foreach (var id in documents)
        {
            Require("SELECT 1 FROM document WHERE id = $id", "document", id);
        }
    }

    private void Require(string sql, string noun, string id)
    {
        if (database.Number(sql, ("$id", id)) is null)
        {
            throw new SaysoException(ProblemCodes.NotFound, $"There is no {noun} “{id}” in the ledger. `sayso {noun}s` lists them.");
        }
    }
}
