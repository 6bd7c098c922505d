using Sayso.Core.Text;

namespace Sayso.Evaluation.Gold;

/// <summary>
/// Finds tokens in the text that they were cut from, although the tokeniser rewrote quotation marks, brackets, dashes
/// and ellipses (Penn Treebank style), doubled the full stop of an abbreviation, lost a mark or broke an encoding.
/// </summary>
/// <remarks>
/// Both sides are compared character by character without white space, in a common spelling. Where they differ, the
/// fewest characters are skipped after which they agree again for a stretch.
/// </remarks>
public static class TokenAlignment
{
    // Shorter stretches agree by chance; longer ones overlook that two differences may stand close together.
    private const int Stretch = 8;

    // More than this many lost characters in one place means that the tokens are not of this text.
    private const int MostSkipped = 1000;

    /// <summary>Where each token stands, in UTF-16 units; the empty span where the text has no such token.</summary>
    /// <returns>One span a token in text order, or <c>null</c> where less than half of them is in the text.</returns>
    public static IReadOnlyList<TextSpan>? Of(string text, IReadOnlyList<string> tokens)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(tokens);
        Spelling left = new(), right = new();
        for (var i = 0; i < tokens.Count; i++)
        {
            left.Add(Unescape(tokens[i]), _ => i);
        }

        right.Add(text, at => at);
        var spans = new TextSpan[tokens.Count];
        int a = 0, b = 0, agreeing = 0;
        while (a < left.Count && b < right.Count)
        {
            if (left.At(a) != right.At(b))
            {
                if (Resume(left, a, right, b) is not { } next)
                {
                    return null;
                }

                (a, b) = next;
                continue;
            }

            var unit = right.OriginOf(b);
            var token = left.OriginOf(a);
            spans[token] = new(spans[token].IsEmpty ? unit : spans[token].Start, unit + 1);
            agreeing++;
            a++;
            b++;
        }

        // Any two texts agree in nothing when everything is skipped.
        return 2 * agreeing >= left.Count ? spans : null;
    }

    /// <summary>The nearest places, by characters skipped on both sides, from which both sides agree.</summary>
    private static (int Left, int Right)? Resume(Spelling left, int a, Spelling right, int b)
    {
        for (var skipped = 1; skipped <= MostSkipped; skipped++)
        {
            for (var onLeft = 0; onLeft <= skipped; onLeft++)
            {
                if (Agree(left, a + onLeft, right, b + skipped - onLeft))
                {
                    return (a + onLeft, b + skipped - onLeft);
                }
            }
        }

        return null;
    }

    private static bool Agree(Spelling left, int a, Spelling right, int b)
    {
        if (a > left.Count || b > right.Count)
        {
            return false;
        }

        // Near the end there is less to compare: what is left of the tokens, which may be nothing.
        var stretch = Math.Min(Stretch, left.Count - a);
        if (right.Count - b < stretch)
        {
            return false;
        }

        for (var i = 0; i < stretch; i++)
        {
            if (left.At(a + i) != right.At(b + i))
            {
                return false;
            }
        }

        return true;
    }

    private static string Unescape(string token) => token switch
    {
        "-LRB-" => "(",
        "-RRB-" => ")",
        "-LSB-" => "[",
        "-RSB-" => "]",
        "-LCB-" => "{",
        "-RCB-" => "}",
        _ => token.Replace("\\/", "/", StringComparison.Ordinal).Replace("\\*", "*", StringComparison.Ordinal),
    };

    /// <summary>Characters in a common spelling without white space, each with where it came from.</summary>
    private sealed class Spelling
    {
        private readonly List<char> _characters = [];
        private readonly List<int> _origins = [];

        public int Count => _characters.Count;

        public char At(int index) => _characters[index];

        public int OriginOf(int index) => _origins[index];

        public void Add(string text, Func<int, int> origin)
        {
            for (var i = 0; i < text.Length; i++)
            {
                if (char.IsWhiteSpace(text[i]))
                {
                    continue;
                }

                var (character, repeated) = Common(text[i]);
                for (var n = 0; n < repeated; n++)
                {
                    _characters.Add(character);
                    _origins.Add(origin(i));
                }
            }
        }

        // Double marks are spelt as two single ones, and a dash as two hyphens, since that is how the Treebank does it.
        private static (char Character, int Repeated) Common(char c) => c switch
        {
            '‘' or '’' or '`' or '´' or '\'' => ('\'', 1),
            '“' or '”' or '«' or '»' or '"' => ('\'', 2),
            '—' or '―' or '–' => ('-', 2),
            '…' => ('.', 3),
            _ => (c, 1),
        };
    }
}
