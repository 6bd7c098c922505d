using Sayso.Core.Errors;
using Sayso.Core.Linguistics;

namespace Sayso.Ingestion.Tests;

/// <summary>English is read, other languages are kept and said to be so, paragraph by paragraph.</summary>
public sealed class LanguageTests
{
    private const string English = "The harbour master said on Thursday that the ferry had left on time, and that nobody had been late for it at all.";
    private const string French = "Le capitaine du port a déclaré jeudi que le bateau était parti à l’heure et que personne n’avait été en retard pour le voyage.";
    private const string German = "Der Hafenmeister sagte am Donnerstag, dass die Fähre pünktlich abgefahren ist und dass niemand für die Reise zu spät gekommen war.";

    private const string Interview = "Q: But she’s a pilot. Do you think a pilot can win a local election?";

    public static TheoryData<string, string?> Texts => new()
    {
        { English, "en" },
        { French, "fr" },
        { German, "de" },
        { "El capitán del puerto dijo el jueves que el barco había salido a la hora y que nadie había llegado tarde para el viaje de la mañana.", "es" },
        { "O capitão do porto disse na quinta-feira que o barco saiu na hora e que ninguém chegou tarde para a viagem da manhã de hoje.", "pt" },
        { "Il comandante del porto ha detto giovedì che la nave è partita in orario e che nessuno è arrivato in ritardo per il viaggio della mattina.", "it" },
        { "De havenmeester zei donderdag dat de veerboot op tijd was vertrokken en dat niemand te laat was gekomen voor de reis van de ochtend.", "nl" },
        { "Капітан порту заявив у четвер, що пором вийшов вчасно і що ніхто не спізнився на ранковий рейс до міста.", "uk" },
        { "Ο λιμενάρχης είπε την Πέμπτη ότι το πλοίο έφυγε στην ώρα του και ότι κανείς δεν άργησε.", "el" },
        { "항만장은 목요일에 여객선이 제시간에 출발했으며 아무도 늦지 않았다고 말했다.", "ko" },
        { "Ferry on time", null },
        { Interview, null },
        { "No. No. A diver. As a diver I do no such thing: a diver dives. No harm. Do as divers do.", null },
        { "Para a mãe do piloto, o porto não é mais o mesmo: a balsa do meio-dia é a última.", "pt" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Language_ShowsInTheText(string text, string? language) => Assert.Equal(language, LanguageMarks.Of(text));

    [Fact]
    public void ForeignText_IsKept_AndMarked()
    {
        var document = Reading.Text($"{French}\n{French}").Document!;
        Assert.Equal(("fr", ProblemCodes.NotAnalysed), (document.Language, document.Problems.Single().Code));
        Assert.Contains("French", document.Problems[0].Message, StringComparison.Ordinal);
        Assert.True(LanguageParts.Of(document.Text, document.Language).IsForeign);
    }

    [Fact]
    public void StatedLanguage_GivesWayToTheText() => Assert.Equal("fr", Reading.Text($"<html lang=en><body><article><h1>Bateau</h1><p>{French}</p><p>{French}</p></article>").Document!.Language);

    [Fact]
    public void MixedText_IsJudgedByParagraph()
    {
        var text = $"{English}\n{French}\nCourt.\n{English}\n{German}\n";
        var parts = LanguageParts.Of(text, "en");
        Assert.False(parts.IsForeign);
        Assert.Equal([$"{French}\nCourt.\n", $"{German}\n"], parts.Foreign.Select(s => text[s.Start..s.End]));
        Assert.Contains("2 passages of its text are in German, French and not analysed", parts.Problem!.Message, StringComparison.Ordinal);
        Assert.True(parts.Holds(new Core.Text.TextSpan(0, 3)));
        Assert.False(parts.Holds(new Core.Text.TextSpan(English.Length + 1, English.Length + 3)));
        Assert.True(parts.Holds(new Core.Text.TextSpan(text.LastIndexOf(English, StringComparison.Ordinal), text.Length)));
        Assert.Equal(2, LanguageParts.Of(text, "fr").Foreign.Count);
    }

    [Fact]
    public void EnglishText_HasNoMark()
    {
        Assert.Null(LanguageParts.Of($"{English}\n{Interview}\nA: She can.\n{English}", "en").Problem);
        Assert.Null(LanguageParts.Of($"{English}\n“Ja, ja,” he said.\n{English}", "en").Problem);
        Assert.Empty(Reading.Text(English).Document!.Problems);
    }
}
