namespace Sayso.Core.Attitudes;

/// <summary>Words that are a reproach when somebody or something is called so.</summary>
internal static class JudgementWords
{
    private static readonly HashSet<string> _bad = new(
        ("absurd appalling arrogant atrocious bad baseless bigot bigoted bogus bully catastrophe cheat clown con corrupt corruption "
            + "coward cowardly criminal crisis crook crooked cruel cynical "
        + "dangerous deceitful deluded delusional demagogue despicable dictator disaster disastrous disgrace disgraceful disgusting "
            + "dishonest distortion divisive dreadful fabrication failure failed fake false "
        + "farce fascist flawed folly fool foolish fools fraud fraudulent harmful heinous hoax horrible horrific hypocrisy hypocrite "
            + "hypocritical idiot ignorant illegal illegitimate immoral improper inaccurate "
        + "inappropriate incompetent inexcusable inhumane insane insult insulting intolerable irresponsible jerk joke liar liars lie "
            + "lies loser losers ludicrous lunatic meritless misguided misleading mistake misogynist mockery "
        + "monster monstrous murderer naive nonsense objectionable offensive outrage outrageous pathetic phony preposterous propaganda "
            + "puppet racist reckless ridiculous scandal scandalous scam sexist shame shameful "
        + "shameless sham shambles smear smears sloppy stupid terrible terrorist terrorists thug thugs traitor tyrant ugly unacceptable "
            + "unconstitutional undemocratic unfair unfit unfounded unjust unlawful unprofessional "
        + "useless vile waste weak wicked witch wrong").Split(' '),
        StringComparer.Ordinal);

    /// <summary>Whether a lower-case word is one.</summary>
    public static bool IsBad(string form) => _bad.Contains(form);
}
