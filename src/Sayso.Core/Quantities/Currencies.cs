namespace Sayso.Core.Quantities;

/// <summary>
/// Currencies by sign, code and name; what is read is the code of ISO 4217, or the name where several lands have one of that
/// name.
/// </summary>
internal static class Currencies
{
    private const string Codes = "usd eur gbp jpy cny inr rub krw ils chf aud cad nzd sgd hkd sek nok dkk pln czk huf ron try brl mxn "
        + "zar thb idr myr php vnd ngn egp sar aed pkr uah";

    private const string Names =
        "dollar USD;buck USD;cent cent;euro EUR;sterling GBP;quid GBP;penny penny;pence penny;yen JPY;yuan CNY;renminbi CNY;rmb CNY;rupee INR;ruble RUB;rouble RUB;peso peso;franc franc;krona SEK;kronor SEK;kroner krone;"
        + "krone krone;crown crown;won KRW;shekel ILS;lira lira;zloty PLN;forint HUF;hryvnia UAH;hryvnias UAH;rand ZAR;baht THB;ringgit "
            + "MYR;rupiah IDR;naira NGN;riyal riyal;dirham dirham;rm MYR;kn HRK;kuna HRK;rs INR;tenge KZT;real BRL;reais BRL";

    private static readonly HashSet<string> _codes = new(Codes.Split(' '), StringComparer.Ordinal);

    private static readonly Dictionary<string, string> _names = Names.Split(';').Select(n => n.Split(' '))
        .ToDictionary(n => n[0], n => n[1], StringComparer.Ordinal);

    private static readonly Dictionary<string, string> _symbols = new(StringComparer.Ordinal)
    {
        ["$"] = "USD",
        ["£"] = "GBP",
        ["€"] = "EUR",
        ["¥"] = "JPY",
        ["₹"] = "INR",
        ["₽"] = "RUB",
        ["₩"] = "KRW",
        ["₪"] = "ILS",
        ["₺"] = "TRY",
        ["₴"] = "UAH",
    };

    /// <summary>Whether a unit is money.</summary>
    public static bool IsCode(string unit) =>
        unit is "cent" or "penny" or "peso" or "franc" or "krone" or "crown" or "lira" or "riyal" or "dirham"
        || (unit.Length == 3 && unit.All(char.IsAsciiLetterUpper));

    /// <summary>Whether what a number's digits are stuck to is a currency: "EUR50m", "RM3".</summary>
    public static bool IsStuck(string form) => _codes.Contains(form) || form is "rm" or "rs" or "us" or "rmb";

    /// <summary>
    /// The currency whose sign or code stands before a number, and where it begins: "$", "US$", "$US1", "C $6", "EUR 50".
    /// </summary>
    public static (string Unit, int First)? Before(QuantityScene scene, int number)
    {
        var form = scene.Form(number - 1);
        if (form is "us" or "a" or "c" or "nz" && scene.Touch(number - 1, number) && scene.Form(number - 2) == "$"
            && scene.Touch(number - 2, number - 1))
        {
            return (Land(form)!, number - 2);
        }

        // "$ 5" too, but not the sign of the number before: "10 $ 5 m".
        var isSpaced = scene.IsNear(number - 1, number) && !NumberReader.IsDigits(scene.Form(number - 2));
        if (!_symbols.TryGetValue(form, out var currency) || !(scene.Touch(number - 1, number) || isSpaced))
        {
            return scene.IsCapital(number - 1) && _codes.Contains(form) && form is not ("all" or "try")
                ? (form.ToUpperInvariant(), number - 1)
                : form is "rm" or "rs" or "rmb" && scene.Touch(number - 1, number) ? (_names[form], number - 1)
                : null;
        }

        // "US$5" and "C $6", but "a $5 coin".
        return currency == "USD" && Land(scene.Form(number - 2)) is { } land
            && (scene.Touch(number - 2, number - 1) || (scene.IsCapital(number - 2) && !(scene.Form(number - 2) == "a")))
            ? (land, number - 2)
            : (currency, number - 1);
    }

    /// <summary>The currency behind a number, and the index behind it: "euros", "US dollars", "€", "USD".</summary>
    public static (string Unit, int End)? Behind(QuantityScene scene, int at)
    {
        var form = scene.Form(at);
        if (scene.Form(at + 1) is "dollar" or "dollars" && Nation(form) is { } dollars)
        {
            return (dollars, at + 2);
        }

        if (Of(scene, at) is { } named)
        {
            return named;
        }

        if (_symbols.TryGetValue(form, out var sign))
        {
            return scene.Touch(at - 1, at) && !(scene.Touch(at, at + 1) && NumberReader.IsDigits(scene.Form(at + 1)))
                ? (sign, at + 1) : null;
        }

        if ((scene.IsCapital(at) || form is "usd" or "eur" or "gbp") && _codes.Contains(form) && form is not "try")
        {
            return (form.ToUpperInvariant(), at + 1);
        }

        if (form == "won" && scene.Form(at + 1) is "the" or "a" or "an" or "in" or "by" || form is "real" or "rm" or "rs" or "crown")
        {
            return null;
        }

        return _names.TryGetValue(form, out var name) || (form.Length > 3 && form[^1] == 's' && _names.TryGetValue(form[..^1], out name))
            ? (name, at + 1) : null;
    }

    private static readonly Dictionary<string, string> _ofNations = new(StringComparer.Ordinal)
    {
        ["swiss franc"] = "CHF",
        ["danish krone"] = "DKK",
        ["danish crown"] = "DKK",
        ["norwegian krone"] = "NOK",
        ["norwegian crown"] = "NOK",
        ["swedish krona"] = "SEK",
        ["swedish crown"] = "SEK",
        ["icelandic krona"] = "ISK",
        ["czech crown"] = "CZK",
        ["czech koruna"] = "CZK",
        ["mexican peso"] = "MXN",
        ["argentine peso"] = "ARS",
        ["chilean peso"] = "CLP",
        ["colombian peso"] = "COP",
        ["philippine peso"] = "PHP",
        ["indian rupee"] = "INR",
        ["pakistani rupee"] = "PKR",
        ["turkish lira"] = "TRY",
        ["egyptian pound"] = "EGP",
        ["british pound"] = "GBP",
        ["lebanese pound"] = "LBP",
        ["saudi riyal"] = "SAR",
        ["qatari riyal"] = "QAR",
        ["moroccan dirham"] = "MAD",
        ["emirati dirham"] = "AED",
        ["brazilian real"] = "BRL",
        ["chinese yuan"] = "CNY",
        ["japanese yen"] = "JPY",
        ["russian ruble"] = "RUB",
        ["russian rouble"] = "RUB",
    };

    /// <summary>"Swiss francs", "Czech crowns", "Hong Kong dollars".</summary>
    private static (string Unit, int End)? Of(QuantityScene scene, int at)
    {
        if (!scene.IsCapital(at))
        {
            return null;
        }

        if (scene.Form(at) is "hong" or "new" && scene.Form(at + 1) is "kong" or "zealand" && scene.Form(at + 2) is "dollar" or "dollars")
        {
            return (Nation(scene.Form(at + 1))!, at + 3);
        }

        var name = scene.Form(at + 1) switch { "kroner" => "krone", "kronor" => "krona", "reais" => "real", var form => form };
        return _ofNations.TryGetValue($"{scene.Form(at)} {name}", out var code)
            || (name.Length > 3 && name[^1] == 's' && _ofNations.TryGetValue($"{scene.Form(at)} {name[..^1]}", out code))
            ? (code, at + 2) : null;
    }

    private static string? Land(string form) =>
        form switch
        {
            "us" => "USD",
            "a" or "au" => "AUD",
            "c"
            or "ca" => "CAD",
            "nz" => "NZD",
            "hk" => "HKD",
            "s" => "SGD",
            "r" => "BRL",
            _ => null
        };

    private static string? Nation(string form) =>
        form switch
        {
            "us" or "american" => "USD",
            "canadian" => "CAD",
            "australian" => "AUD",
            "singapore" => "SGD",
            "zealand" => "NZD",
            "kong" => "HKD",
            _ => null
        };
}
