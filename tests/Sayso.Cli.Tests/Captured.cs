using System.Text;
using Sayso.Cli.Terminals;

namespace Sayso.Cli.Tests;

/// <summary>A terminal whose output a test can read.</summary>
internal sealed class Captured : IDisposable
{
    private readonly MemoryStream _output = new();
    private readonly MemoryStream _error = new();

    public Captured(bool isTerminal, int width = 80, bool hasColours = false) => Terminal = new Terminal(
        new TerminalOptions(_output, _error, Stream.Null)
        {
            IsOutputTerminal = isTerminal,
            IsErrorTerminal = isTerminal,
            Width = width,
            HasColours = hasColours,
        });

    public Terminal Terminal { get; }

    public string Output
    {
        get
        {
            Terminal.Flush();
            return Encoding.UTF8.GetString(_output.ToArray());
        }
    }

    public string Error => Encoding.UTF8.GetString(_error.ToArray());

    public void Dispose() => Terminal.Dispose();
}
