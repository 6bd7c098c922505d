namespace Sayso.Cli.Tests.Acceptance;

/// <summary>The names of fields as a page of the design writes them, <c>{"id","origins":{"for":{"low","high"}}}</c>: a tree.</summary>
internal sealed class FieldOutline
{
    private readonly string _text;
    private int _at;

    private FieldOutline(string text) => _text = text;

    /// <summary>The fields of the first object in a text.</summary>
    public static IReadOnlyList<Field> Of(string text)
    {
        var outline = new FieldOutline(text) { _at = text.IndexOf('{', StringComparison.Ordinal) };
        return outline.Object();
    }

    private List<Field> Object()
    {
        List<Field> fields = [];
        _at++;
        while (_at < _text.Length && _text[_at] != '}')
        {
            if (_text[_at] != '"')
            {
                _at++;
                continue;
            }

            var end = _text.IndexOf('"', _at + 1);
            var name = _text[(_at + 1)..end];
            _at = end + 1;
            while (char.IsWhiteSpace(_text[_at]))
            {
                _at++;
            }

            fields.Add(new Field(name, _text[_at] == ':' ? Value() : []));
        }

        _at++;
        return fields;
    }

    /// <summary>What stands behind a colon, up to the comma or bracket that ends it: the fields of the first object in it.</summary>
    private IReadOnlyList<Field> Value()
    {
        IReadOnlyList<Field> found = [];
        for (var depth = 0; _at < _text.Length; _at++)
        {
            if (_text[_at] == '{')
            {
                found = Object();
                _at--;
            }
            else if (_text[_at] == '"')
            {
                _at = _text.IndexOf('"', _at + 1);
            }
            else if (depth == 0 && _text[_at] is ',' or '}')
            {
                break;
            }
            else
            {
                depth += _text[_at] switch { '[' => 1, ']' => -1, _ => 0 };
            }
        }

        return found;
    }
}

/// <summary>A field of an outline.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Fields">Those within it.</param>
internal sealed record Field(string Name, IReadOnlyList<Field> Fields);
