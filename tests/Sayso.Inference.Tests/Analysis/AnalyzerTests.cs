using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Sayso.Core.Documents;
using Sayso.Core.Linguistics;
using Sayso.Inference.Analysis;
using Sayso.Inference.Models;

namespace Sayso.Inference.Tests.Analysis;

public sealed class AnalyzerTests
{
    private static readonly AttributionModel Tiny = AttributionModel.Load(TestModels.TinyRounded);

    public static TheoryData<int, int, int> Loads => new() { { 1, 1, 1 }, { 2, 32, 2_000_000 }, { 3, 2, 500 }, { 8, 5, 20_000 } };

    [Theory]
    [MemberData(nameof(Loads))]
    public void Result_DependsOnTheDocumentOnly(int threads, int documentsAhead, int charactersAhead)
    {
        AssertAloneAsTogether(Tiny, TestModels.Documents(40), new AnalyzerOptions
        {
            Threads = threads,
            MaxDocuments = documentsAhead,
            MaxCharacters = charactersAhead,
        });
    }

    [Fact]
    [Trait("needs", "model")]
    public void TrainedResult_DependsOnTheDocumentOnly()
    {
        AssertAloneAsTogether(TestModels.LoadTrained(), TestModels.Documents(6), new AnalyzerOptions { Threads = 3 });
    }

    [Fact]
    public void Results_ComeInTheOrderOfTheItems_OnesWithoutADocumentIncluded()
    {
        using var analyzer = new Analyzer(Tiny, new AnalyzerOptions { Threads = 3, MaxDocuments = 7 });
        var documents = TestModels.Documents(40);
        int[] items = [.. Enumerable.Range(0, 40)];
        var found = analyzer.Analyze(
            items, i => i % 3 == 0 ? null : documents[i], (i, analyzed) => (i, analyzed?.Document), CancellationToken.None);
        Assert.Equal(items.Select(i => (i, i % 3 == 0 ? null : documents[i])), found);
    }

    [Fact]
    public void Tokens_AreTheWordsOfTheText()
    {
        using var analyzer = new Analyzer(Tiny);
        var analyzed = analyzer.Analyze(TestModels.Document("The mayor\nsaid no."), CancellationToken.None);
        Assert.Equal(["The", "mayor", "said", "no", "."], analyzed.Tokens.Select(t => t.Span.Slice(analyzed.Document.Text).ToString()));
        Assert.Equal([true, false, true, false, false], analyzed.Tokens.Select(t => t.StartsLine));
        Assert.Equal(Tiny.Version, analyzed.Scores.ModelVersion);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("\0")]
    public void TextWithoutWords_HasNoScores(string text)
    {
        using var analyzer = new Analyzer(Tiny);
        var analyzed = analyzer.Analyze(TestModels.Document(text), CancellationToken.None);
        Assert.Empty(analyzed.Tokens);
        Assert.Empty(analyzed.Scores.Outer.Emissions);
    }

    [Fact]
    public void HugeParagraph_LeavesAFewScoresAWord()
    {
        var sentence = "The minister told the board that it was not a memo, and the union said it was. ";
        var text = string.Concat(Enumerable.Repeat(sentence, 500_000 / sentence.Length));
        using var analyzer = new Analyzer(Tiny);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var analyzed = analyzer.Analyze(TestModels.Document(text), CancellationToken.None);
        Assert.InRange(analyzed.Tokens.Count, 100_000, 200_000);

        // The link vectors of both levels would be two kilobytes a word, and this network labels far more words than a trained one.
        Assert.InRange((GC.GetTotalMemory(forceFullCollection: true) - before) / analyzed.Tokens.Count, 0, 1250);
        GC.KeepAlive(analyzed);
    }

    [Fact]
    public void EndlessWord_IsReadAsOne()
    {
        using var analyzer = new Analyzer(Tiny);
        var analyzed = analyzer.Analyze(TestModels.Document(new string('x', 1_000_000) + " said it."), CancellationToken.None);
        Assert.Equal(4, analyzed.Tokens.Count);
        Assert.Equal(1_000_000, analyzed.Tokens[0].Span.Length);
    }

    [Fact]
    public void Convention_IsHeard()
    {
        var document = TestModels.Documents(2)[1];
        using var sayso = new Analyzer(Tiny);
        using var polnear = new Analyzer(Tiny, new AnalyzerOptions { Convention = Convention.PolNeAR });
        Assert.NotEqual(
            sayso.Analyze(document, CancellationToken.None).Scores.Outer.Emissions, polnear.Analyze(document, CancellationToken.None).Scores.Outer.Emissions);
    }

    [Fact]
    public void Reading_StaysNear_WhatIsTaken()
    {
        const int Ahead = 4;
        var read = 0;
        IEnumerable<Document> Documents()
        {
            foreach (var document in TestModels.Documents(50))
            {
                Interlocked.Increment(ref read);
                yield return document;
            }
        }

        using var analyzer = new Analyzer(Tiny, new AnalyzerOptions { Threads = 2, MaxDocuments = Ahead });
        var taken = 0;
        foreach (var unused in analyzer.Analyze(Documents(), CancellationToken.None))
        {
            taken++;
            Thread.Sleep(2);
            Assert.InRange(Volatile.Read(ref read), taken, taken + Ahead + 1);
        }

        Assert.Equal(50, taken);
    }

    [Fact]
    public void FailureOfReading_ComesAfterTheResultsBeforeIt()
    {
        IEnumerable<Document> Documents()
        {
            yield return TestModels.Document("She said no.");
            throw new InvalidDataException("broken");
        }

        using var analyzer = new Analyzer(Tiny);
        using var results = analyzer.Analyze(Documents(), CancellationToken.None).GetEnumerator();
        Assert.True(results.MoveNext());
        Assert.Equal("broken", Assert.Throws<InvalidDataException>(() => results.MoveNext()).Message);
    }

    [Fact]
    public void FailureOfFinishing_ComesInTheItemsPlace()
    {
        using var analyzer = new Analyzer(Tiny);
        var documents = TestModels.Documents(10);
        var results = analyzer.Analyze(documents, d => d, (d, _) => d == documents[6] ? throw new InvalidDataException() : d, CancellationToken.None);
        ConcurrentQueue<Document> taken = [];
        Assert.Throws<InvalidDataException>(() =>
        {
            foreach (var result in results)
            {
                taken.Enqueue(result);
            }
        });
        Assert.Equal(documents[..6], taken);
    }

    [Fact]
    public void Cancelling_EndsIt_ThoughTheInputWaitsForEver()
    {
        using var stop = new CancellationTokenSource();
        using var never = new ManualResetEventSlim();
        IEnumerable<Document> Documents()
        {
            yield return TestModels.Document("She said no.");
            never.Wait(TimeSpan.FromMinutes(1));
        }

        using var analyzer = new Analyzer(Tiny);
        using var results = analyzer.Analyze(Documents(), stop.Token).GetEnumerator();
        Assert.True(results.MoveNext());
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => results.MoveNext());
        never.Set();
    }

    [Fact]
    public void StoppingEarly_LeavesNothingRunning()
    {
        using var analyzer = new Analyzer(Tiny, new AnalyzerOptions { MaxDocuments = 3 });
        for (var i = 0; i < 20; i++)
        {
            Assert.NotNull(analyzer.Analyze(TestModels.Documents(20), CancellationToken.None).First());
        }
    }

    private static void AssertAloneAsTogether(AttributionModel model, Document[] documents, AnalyzerOptions options)
    {
        using var alone = new Analyzer(model, new AnalyzerOptions { Threads = 1 });
        using var together = new Analyzer(model, options);
        var expected = documents.Select(d => Scores(alone.Analyze(d, CancellationToken.None))).ToArray();
        foreach (var order in new[] { documents, [.. documents.Reverse()], [.. documents.OrderBy(d => d.Text.Length)] })
        {
            var found = together.Analyze(order, CancellationToken.None).ToArray();
            Assert.Equal(order, found.Select(a => a.Document));
            Assert.All(found, analyzed => Assert.Equal(expected[int.Parse(analyzed.Document.Id)], Scores(analyzed)));
        }
    }

    /// <summary>Every bit of what the network said.</summary>
    private static string Scores(AnalyzedDocument analyzed)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var level in new[] { analyzed.Scores.Outer, analyzed.Scores.Nested })
        {
            hash.AppendData(MemoryMarshal.AsBytes(level.Emissions.AsSpan()));
            foreach (var window in level.Links)
            {
                hash.AppendData(MemoryMarshal.AsBytes(window.Heads));
                hash.AppendData(MemoryMarshal.AsBytes(window.Weights));
                for (var i = window.FirstToken; i < window.EndToken; i++)
                {
                    hash.AppendData(MemoryMarshal.AsBytes(window.Scores(i)));
                }
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
