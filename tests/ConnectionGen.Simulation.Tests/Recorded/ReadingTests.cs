using System.Security.Cryptography;
using System.Text;

namespace ConnectionGen.Simulation.Tests;

/// <summary>What another YAML implementation (PyYAML) reads from each recorded file is what is read here: counts, and a digest of every text.</summary>
public sealed class ReadingTests
{
    [Theory]
    [InlineData("asa/asa_mock_data.yaml", 19, 36, 1, "388171a5e0eb24f6")]
    [InlineData("comware/comware_data.yaml", 7, 12, 0, "da1e62b0f9b5bffb")]
    [InlineData("eos/eos_mock_data.yaml", 5, 15, 0, "386efe148d444608")]
    [InlineData("generic/generic_mock_data_iosxe.yaml", 17, 55, 1, "9c6fabf4d708ef16")]
    [InlineData("ios/ios_iol_mock_data.yaml", 3, 9, 0, "a0ad1154859e3bb1")]
    [InlineData("ios/ios_mock_clear.yaml", 3, 6, 0, "21b1480e8c5a82f1")]
    [InlineData("ios/ios_mock_copy.yaml", 11, 13, 0, "98b771e698a42c0d")]
    [InlineData("ios/ios_mock_data.yaml", 39, 111, 1, "3413fde0092f50be")]
    [InlineData("ios/ios_mock_data_standby.yaml", 2, 13, 0, "65324f6836fc7759")]
    [InlineData("ios/ios_mock_ping.yaml", 46, 49, 0, "f25a66c788bc0e90")]
    [InlineData("ios/ios_mock_reload.yaml", 5, 6, 0, "ea1400f07cea995b")]
    [InlineData("iosxe/iosxe_mock_data_cat3k.yaml", 14, 45, 0, "8bb6ad88e9bf26be")]
    [InlineData("iosxr/iosxr_ncs5k_mock_data.yaml", 14, 42, 0, "ed1af6587d64391c")]
    [InlineData("junos/junos_mock_data.yaml", 15, 35, 0, "70638326af082e6e")]
    [InlineData("linux/linux_mock_data.yaml", 74, 1646, 0, "4e3acf95edd7e578")]
    [InlineData("nxos/nxos_mock_copy.yaml", 5, 9, 0, "6a54b2b126f8e622")]
    [InlineData("nxos/nxos_mock_data.yaml", 71, 373, 1, "efd8ca214964423d")]
    [InlineData("nxos/nxos_mock_data_reload.yaml", 24, 52, 0, "846c34fbcbe52457")]
    [InlineData("nxos/nxos_mock_data_standby.yaml", 4, 12, 0, "226764bfc09790eb")]
    [InlineData("nxos/nxos_repeat_poap_reload.yaml", 8, 10, 0, "256a356ed1bd4eff")]
    [InlineData("sros/sros_mock_data.yaml", 11, 38, 10, "fa12f5d67f9ce15b")]
    public void A_recorded_file_is_read_as_another_implementation_reads_it(string file, int states, int commands, int keys, string digest)
    {
        var data = MockData.Load(RecordedData.Path(file));

        Assert.Equal((states, commands, keys), (data.States.Count, data.States.Values.Sum(state => state.Commands.Count), data.States.Values.Sum(state => state.Keys.Count)));
        Assert.Equal(digest, Digest(data));
        Assert.Equal(digest, Digest(MockData.Parse(data.ToYaml())));
    }

    [Fact]
    public void Every_recorded_folder_is_one_name_space()
    {
        Assert.NotNull(RecordedData.Path(""));
        foreach (var system in RecordedData.Systems)
        {
            var whole = MockData.Load(system);
            Assert.Equal(RecordedData.Files.Where(file => file.StartsWith(system + Path.DirectorySeparatorChar, StringComparison.Ordinal)).Sum(file => MockData.Load(file).States.Count), whole.States.Count);
        }
    }

    [Fact]
    public void A_recorded_file_cut_anywhere_loads_or_is_refused_with_its_place()
    {
        const int Step = 200;
        var (loaded, refused) = (0, 0);
        Assert.NotNull(RecordedData.Path(""));
        foreach (var file in RecordedData.Files)
        {
            var text = File.ReadAllText(file);
            for (var length = 0; length < text.Length; length += Step)
            {
                try
                {
                    MockData.Parse(text[..length], file);
                    loaded++;
                }
                catch (MockDataException error)
                {
                    Assert.StartsWith(file, error.Message, StringComparison.Ordinal);
                    refused++;
                }
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{loaded} cut files load, {refused} are refused");
        Assert.True(loaded > 100 && refused > 10);
    }

    private static string Digest(MockData data)
    {
        var lines = new List<string>();
        foreach (var state in data.States.Values)
        {
            var preface = state.Preface is null ? "-" : string.Concat(state.Preface.Responses);
            lines.Add(string.Join('\0', "state", state.Name, state.Prompt, preface, state.NewState ?? ""));
            lines.AddRange(state.Commands.Select(command => Line("commands", state, command.Key, command.Value)));
            lines.AddRange(state.Keys.Select(key => Line("keys", state, key.Name, key.Command)));
        }

        lines.Sort(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u0001', lines))))[..16];
    }

    private static string Line(string kind, MockState state, string name, MockCommand command) =>
        string.Join('\0', [kind, state.Name, name, command.NewState ?? "", command.IsCircular ? "circular" : "", $"{command.Timing.Count}", .. command.Responses.Select(response => response.ToString())]);
}
