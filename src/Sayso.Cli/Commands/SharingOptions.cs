using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using Sayso.Web;

namespace Sayso.Cli.Commands;

/// <summary>To whom a page is served, and how much: <c>--host --proxy --certificate --certificate-key --limits</c>.</summary>
internal sealed class SharingOptions
{
    private const long Kilo = 1 << 10, Mega = 1 << 20, Giga = 1 << 30;

    private static readonly Dictionary<string, (long Most, Func<ServeLimits, long, ServeLimits> Set)> _settings = new(StringComparer.Ordinal)
    {
        ["requests"] = (int.MaxValue / 2, (limits, n) => limits with { Requests = (int)n }),
        ["strangers"] = (int.MaxValue / 2, (limits, n) => limits with { Strangers = (int)n }),
        ["sign-ins"] = (int.MaxValue / 4, (limits, n) => limits with { SignIns = (int)n }),
        ["upload"] = (2_000_000_000, (limits, n) => limits with { UploadBytes = n }),
        ["body"] = (2_000_000_000, (limits, n) => limits with { BodyBytes = n }),
        ["claims"] = (int.MaxValue, (limits, n) => limits with { Claims = (int)n }),
        ["links"] = (100_000, (limits, n) => limits with { Links = (int)n }),
        ["seconds"] = (86_400, (limits, n) => limits with { Time = TimeSpan.FromSeconds(n) }),
        ["connections"] = (int.MaxValue, (limits, n) => limits with { Connections = (int)n }),
        ["idle-hours"] = (8_760, (limits, n) => limits with { Idle = TimeSpan.FromHours(n) }),
        ["session-days"] = (365, (limits, n) => limits with { Session = TimeSpan.FromDays(n) }),
    };

    private readonly Option<string[]> _hosts = new("--host")
    {
        Description = "A name that others reach the page by: ledger.newsroom.example. Can be given more than once; numbers are always taken.",
        HelpName = "NAME",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<IPNetwork[]> _proxies = new("--proxy")
    {
        Description = "A proxy whose word is taken for who asks and whether over TLS (X-Forwarded-For, X-Forwarded-Proto): "
            + "127.0.0.1, 10.0.0.0/8. Can be given more than once.",
        HelpName = "ADDRESS",
        DefaultValueFactory = _ => [],
        CustomParser = Networks,
    };

    private readonly Option<string?> _certificate =
        CommonOptions.Words("--certificate", "FILE", "Serve with TLS: a certificate in PEM, with those that lead to it, or in PFX without a password.");
    private readonly Option<string?> _key =
        CommonOptions.Words("--certificate-key", "FILE", "The certificate's key in PEM, where it is not in the same file.");
    private readonly Option<ServeLimits?> _limits = new("--limits")
    {
        Description = $"Other limits than the usual ones, which docs/sharing.md lists: requests=1200,body=16M ({string.Join(", ", _settings.Keys)}).",
        HelpName = "NAME=N,…",
        CustomParser = Limits,
    };

    /// <summary>Makes them.</summary>
    public SharingOptions()
    {
        _certificate.IsPath();
        _key.IsPath();
        _hosts.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => Uri.CheckHostName(t.Value) is UriHostNameType.Unknown))
            {
                result.AddError($"‘{token.Value}’ is not the name of a host: leave out http:// and the port.");
            }
        });
    }

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_hosts, _proxies, _certificate, _key, _limits])
        {
            command.Add(option);
        }
    }

    /// <summary>What was given.</summary>
    /// <exception cref="Core.Errors.SaysoException">The certificate cannot be used (<c>SAY4009</c>).</exception>
    public ServeOptions Of(ParseResult arguments)
    {
        var (certificate, chain) = arguments.GetValue(_certificate) is { } file ? Certificates.Load(file, arguments.GetValue(_key)) : default;
        return new ServeOptions
        {
            Hosts = arguments.GetValue(_hosts) ?? [],
            Proxies = arguments.GetValue(_proxies) ?? [],
            Certificate = certificate,
            CertificateChain = chain,
            Limits = arguments.GetValue(_limits) ?? new ServeLimits(),
        };
    }

    private static IPNetwork[] Networks(ArgumentResult result)
    {
        List<IPNetwork> networks = [];
        foreach (var written in result.Tokens.Select(t => t.Value))
        {
            if (IPAddress.TryParse(written, out var address))
            {
                networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            }
            else if (IPNetwork.TryParse(written, out var network))
            {
                networks.Add(network);
            }
            else
            {
                result.AddError($"‘{written}’ is not an address like 127.0.0.1 or a network like 10.0.0.0/8.");
            }
        }

        return [.. networks];
    }

    private static ServeLimits Limits(ArgumentResult result)
    {
        var limits = new ServeLimits();
        foreach (var written in result.Tokens[0].Value.Split(','))
        {
            if (written.Split('=', 2, StringSplitOptions.TrimEntries) is [var name, var number]
                && _settings.TryGetValue(name, out var setting) && Number(number) is { } n && n >= 1 && n <= setting.Most)
            {
                limits = setting.Set(limits, n);
            }
            else
            {
                var names = string.Join(", ", _settings.Keys);
                result.AddError($"‘{written}’ is not NAME=N with one of the names {names} and a number like 600 or 16M that the program can hold.");
            }
        }

        return limits;
    }

    private static long? Number(string written)
    {
        var scale = written.Length == 0 ? 1 : char.ToUpperInvariant(written[^1]) switch { 'K' => Kilo, 'M' => Mega, 'G' => Giga, _ => 1 };
        var digits = scale == 1 ? written : written[..^1];
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= long.MaxValue / scale
            ? number * scale
            : null;
    }
}
