using System.CommandLine;

namespace ConnectionGen.Tool;

/// <summary>The options of commands that connect to devices.</summary>
internal sealed class LabOptions
{
    private const string Strict = "strict";
    private const string AcceptNew = "accept-new";
    private const string Off = "off";

    private readonly TestbedOption _testbed;
    private readonly Option<string[]> _devices = new("--device", "-d") { Description = "Devices by name or alias, separated by commas; all unless said otherwise.", HelpName = "NAME[,NAME…]" };
    private readonly Option<string?> _via = new("--via") { Description = "The path to each device; its default path unless said otherwise.", HelpName = "PATH" };
    private readonly Option<int> _atOnce = new("--at-once") { Description = "How many devices at once.", DefaultValueFactory = static _ => 50, HelpName = "N" };
    private readonly Option<double?> _limit = new("--limit") { Description = "How long one device may take, in seconds.", HelpName = "SECONDS" };
    private readonly Option<string> _hostKeys = new("--host-keys") { Description = "SSH host keys that are not known: strict refuses them, accept-new remembers them, off looks at none.", DefaultValueFactory = static _ => Strict };
    private readonly Option<string?> _knownHosts = new("--known-hosts") { Description = "The file of known SSH host keys; ~/.ssh/known_hosts unless said otherwise.", HelpName = "FILE" };
    private readonly Option<string?> _logFolder = new("--log-folder") { Description = "A folder for one log a device.", HelpName = "FOLDER" };
    private readonly Option<string?> _recordFolder = new("--record") { Description = "A folder for one session record a device, which record makes mock data of.", HelpName = "FOLDER" };

    public LabOptions(Screen screen)
    {
        _testbed = new TestbedOption(screen);
        _hostKeys.AcceptOnlyFromAmong(Strict, AcceptNew, Off);
        _devices.CompletionSources.Add(_testbed.Devices);
        _via.CompletionSources.Add(_testbed.Paths);
        Numbers.MustBe<int>(_atOnce, static number => number >= 1, "a number from 1");
        Numbers.MustBe<double>(_limit, static seconds => seconds is > 0 and < 1_000_000, "seconds, more than 0 and less than 1000000");
    }

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_testbed.Option, _devices, _via, _atOnce, _limit, _hostKeys, _knownHosts, _logFolder, _recordFolder])
            command.Add(option);
    }

    public LabRequest Read(ParseResult given)
    {
        var devices = (given.GetValue(_devices) ?? []).SelectMany(static names => names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToArray();
        return new(
            _testbed.FileOf(given),
            devices.Length == 0 ? null : devices,
            given.GetValue(_via),
            given.GetValue(_atOnce),
            given.GetValue(_limit) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            given.GetValue(_logFolder),
            given.GetValue(_recordFolder),
            new TestbedOptions
            {
                HostKeys = given.GetValue(_hostKeys) switch { AcceptNew => HostKeyPolicy.AcceptNew, Off => HostKeyPolicy.Off, _ => HostKeyPolicy.Strict },
                KnownHostsFile = given.GetValue(_knownHosts),
            });
    }
}
