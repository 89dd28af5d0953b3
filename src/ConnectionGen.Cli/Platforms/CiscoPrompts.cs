using System.Text.RegularExpressions;
using static ConnectionGen.Cli.Expecting.PatternLimits;

namespace ConnectionGen.Cli.Platforms;

/// <summary>Prompts of command lines of the IOS kind. The host name is what stands before the sign, less marks such as <c>-stby</c>.</summary>
internal static partial class CiscoPrompts
{
    /// <summary>Begins a prompt. A banner without a line end may stand before it.</summary>
    public const string Host = @"^(?:[#*=]{8,}|\([^()\s]+\)\s?)?(?<host>[\w](?:[\w.:/+~@-]{0,126}?))(?:-stby|-standby|-sdby|\((?:standby|stby|recovery-mode|rp-rec-mode|unlicensed|boot|maint-mode)\)|\(vrf:[\w.-]+\)){0,2}(?:-Slot\d+)?";

    [GeneratedRegex(Host + @">\s*$", RegexOptions.CultureInvariant, Milliseconds)]
    public static partial Regex Disable();

    [GeneratedRegex(Host + @"#\s*$", RegexOptions.CultureInvariant, Milliseconds)]
    public static partial Regex Enable();

    [GeneratedRegex(Host + @"\([^()\s]*(?:con|cfg|ipsec-profile|ca-trustpoint|gkm-local-server)[^()\s]*\)#\s*$", RegexOptions.CultureInvariant, Milliseconds)]
    public static partial Regex Configure();

    [GeneratedRegex(@"^(?:rommon \d* ?>|switch:|grub>|loader ?>)\s*$", RegexOptions.CultureInvariant, Milliseconds)]
    public static partial Regex Rommon();

    [GeneratedRegex(@"^\[[\w.-]+@guestshell [^\]]*\][$#]\s*$", RegexOptions.CultureInvariant, Milliseconds)]
    public static partial Regex GuestShell();
}
