using System.Text.Json;
using Sayso.Core.Analysis;
using Sayso.Core.Attitudes;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Claims;
using Sayso.Core.Documents;
using Sayso.Core.Export;
using Sayso.Core.Origins;
using Sayso.Core.Tests.Claims;
using Sayso.Core.Text;

namespace Sayso.Core.Tests.Export;

public sealed class ClaimLinesTests
{
    private const string First = "😀 The mole at Port Auren broke in the night of the great storm.";
    private const string Second = "Brandt: the mole at Port Auren broke in the night of the great storm.";

    [Fact]
    public void Claim_HasEveryKey_AndProofInCodePoints()
    {
        var documents = new[] { Document("d1", First), Document("d2", Second) }.ToDictionary(d => d.Id, StringComparer.Ordinal);
        StatementTraits[] statements = [Traits("s1", documents["d1"], Stance.Confirm), Traits("s2", documents["d2"], Stance.Assert)];
        var claim = ClaimBuilder.Of(statements);
        using var lines = new ClaimLines(documents);
        var entry = new LedgerClaim(claim, new OriginFinder(documents).Of(claim));
        _ = lines.Claim(entry);
        var bytes = lines.Claim(entry);
        Assert.Equal((byte)'\n', bytes.Span[^1]);
        using var json = JsonDocument.Parse(bytes);
        var root = json.RootElement;
        Assert.Equal(
            ["id", "proposition", "representative", "statements", "documents", "stances", "certainty", "origins", "circular", "deadEnds", "grade", "gradeReason", "gradeReckoned", "reliability", "corrections"],
            root.EnumerateObject().Select(p => p.Name));
        Assert.Equal("""[{"id":"s1","side":"for"},{"id":"s2","side":"for"}]""", root.GetProperty("statements").GetRawText());
        Assert.Equal("""{"assert":1,"confirm":1}""", root.GetProperty("stances").GetRawText());
        Assert.Equal("""{"low":1,"high":1}""", root.GetProperty("origins").GetProperty("for").GetRawText());
        var proof = root.GetProperty("origins").GetProperty("groups")[0].GetProperty("proof").EnumerateArray().Single(p => p.GetProperty("kind").GetString() == "shared-text");

        // The emoji is one code point and two UTF-16 units.
        Assert.Equal(2, proof.GetProperty("spans")[0][0].GetInt32());
        Assert.Equal("The mole", First[3..11]);
        Assert.Equal(["d1", "d2"], proof.GetProperty("documents").EnumerateArray().Select(d => d.GetString()));
    }

    private static Document Document(string id, string text) =>
        new() { Id = id, Raw = default, RawHash = "", MediaType = "text/plain", Text = text, Outlet = "Outlet of " + id };

    private static StatementTraits Traits(string id, Document document, Stance stance)
    {
        var statement = new Statement(id, document.Id, SpanList.Empty, SpanList.Empty, SpanList.Of(new TextSpan(0, document.Text.Length)))
        {
            Attitude = new Attitude(stance, Certainty.Certain, Polarity.Positive),
            Chain = new([new Hop("Ilsa Brandt", SourceKind.Named, SpanList.Empty, HopRelation.Says)]),
        };
        return TraitReader.Read(document, [statement], texts => [.. texts.Select(MadeTraits.Vector)]).Single();
    }
}
