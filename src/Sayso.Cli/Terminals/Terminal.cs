using System.Text;
using Spectre.Console;

namespace Sayso.Cli.Terminals;

/// <summary>
/// Where a command reads and writes: streams given to it, so that tests can look. Text goes through <see cref="Out"/>
/// and <see cref="Error"/>; what is drawn for a person on a terminal through <see cref="Canvas"/> and
/// <see cref="ErrorCanvas"/>. For use by one thread.
/// </summary>
internal sealed class Terminal : IDisposable
{
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Stream _output;
    private readonly Lazy<IAnsiConsole> _canvas;
    private readonly Lazy<IAnsiConsole> _errorCanvas;

    /// <summary>Wraps streams.</summary>
    public Terminal(TerminalOptions options)
    {
        _output = options.Output;
        Input = options.Input;
        Out = new StreamWriter(options.Output, _utf8, bufferSize: 16384) { NewLine = "\n" };
        Error = new StreamWriter(options.Error, _utf8) { NewLine = "\n", AutoFlush = true };
        IsTerminal = options.IsOutputTerminal;
        IsErrorTerminal = options.IsErrorTerminal;
        Width = options.Width;
        TypedSecret = options.TypedSecret;
        _canvas = new(() => Draw(Out, options.HasColours && IsTerminal, IsTerminal));
        _errorCanvas = new(() => Draw(Error, options.HasColours && IsErrorTerminal, IsErrorTerminal));
    }

    /// <summary>Standard input.</summary>
    public Stream Input { get; }

    /// <summary>Reads what a person types, without showing it; <c>null</c> where what is read is piped in.</summary>
    public Func<string>? TypedSecret { get; }

    /// <summary>Standard output's bytes, for a protocol that has them to itself.</summary>
    public Stream Output => _output;

    /// <summary>Text of the result; buffered until <see cref="Flush"/>.</summary>
    public TextWriter Out { get; }

    /// <summary>Errors, progress.</summary>
    public TextWriter Error { get; }

    /// <summary>Whether a person looks at the output.</summary>
    public bool IsTerminal { get; }

    /// <summary>Whether a person looks at the errors.</summary>
    public bool IsErrorTerminal { get; }

    /// <summary>Columns of the terminal.</summary>
    public int Width { get; }

    /// <summary>Draws on <see cref="Out"/>.</summary>
    public IAnsiConsole Canvas => _canvas.Value;

    /// <summary>Draws on <see cref="Error"/>.</summary>
    public IAnsiConsole ErrorCanvas => _errorCanvas.Value;

    /// <summary>The process's own streams. Colours only on a terminal, and not with NO_COLOR (no-color.org).</summary>
    public static Terminal OfProcess() => new(new TerminalOptions(OutputStream.Open(1), OutputStream.Open(2), Console.OpenStandardInput())
    {
        IsOutputTerminal = !Console.IsOutputRedirected,
        IsErrorTerminal = !Console.IsErrorRedirected,
        HasColours = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb"),
        Width = ColumnsOfProcess(),
        TypedSecret = Console.IsInputRedirected ? null : TypeSecret,
    });

    /// <summary>Writes whole lines of UTF-8.</summary>
    public void WriteBytes(ReadOnlyMemory<byte> lines)
    {
        Out.Flush();
        _output.Write(lines.Span);
    }

    /// <summary>Writes a sentence: broken between words on a terminal, one line elsewhere.</summary>
    public void Say(string sentence)
    {
        if (IsTerminal)
        {
            Canvas.Write(new Paragraph(sentence));
            Canvas.WriteLine();
        }
        else
        {
            Out.WriteLine(sentence);
        }
    }

    /// <summary>Shows what was written so far.</summary>
    public void Flush() => Out.Flush();

    /// <inheritdoc/>
    public void Dispose()
    {
        // What is still in the buffers was given up: whoever ends well has flushed.
        _output.Dispose();
        Input.Dispose();
    }

    private IAnsiConsole Draw(TextWriter writer, bool colours, bool isTerminal)
    {
        var canvas = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colours ? ColorSystemSupport.EightBit : ColorSystemSupport.NoColors,
            Interactive = isTerminal && colours ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        canvas.Profile.Width = Width;
        canvas.Profile.Capabilities.Unicode = true;
        return canvas;
    }

    private static string TypeSecret()
    {
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key is ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        return typed.ToString();
    }

    private static int ColumnsOfProcess()
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var stated) && stated >= TerminalOptions.LeastWidth)
        {
            return stated;
        }

        return Console.IsOutputRedirected && Console.IsErrorRedirected
            ? TerminalOptions.UsualWidth
            : Math.Max(Console.WindowWidth, TerminalOptions.LeastWidth);
    }
}

/// <summary>What a <see cref="Terminal"/> is made of.</summary>
/// <param name="Output">For results.</param>
/// <param name="Error">For errors and progress.</param>
/// <param name="Input">For what is piped in.</param>
internal sealed record TerminalOptions(Stream Output, Stream Error, Stream Input)
{
    /// <summary>Columns that a terminal is taken to have where it does not say.</summary>
    public const int UsualWidth = 80;

    /// <summary>Columns below which lines break as if there were so many.</summary>
    public const int LeastWidth = 40;

    /// <summary>Whether a person looks at the output.</summary>
    public bool IsOutputTerminal { get; init; }

    /// <summary>Whether a person looks at the errors.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>Whether a terminal may be given colours.</summary>
    public bool HasColours { get; init; } = true;

    /// <summary>Columns.</summary>
    public int Width { get; init; } = UsualWidth;

    /// <summary>Reads what a person types, without showing it; <c>null</c> where what is read is piped in.</summary>
    public Func<string>? TypedSecret { get; init; }
}
