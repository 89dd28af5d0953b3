namespace ConnectionGen.Simulation.Tests;

public sealed class FolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    [Behaviour("MD-01")]
    public void Files_of_a_folder_are_one_name_space()
    {
        Write("ios/a.yaml", "login:\n  commands:\n    \"x\": {new_state: exec}\n");
        Write("ios/b.yml", "exec:\n  prompt: \"> \"\n");
        Write("ios/notes.txt", "not: mock data: at all");

        var data = MockData.Load(Path.Combine(_folder.FullName, "ios"));

        Assert.Equal(["login", "exec"], data.States.Keys);
        Assert.Equal("login", data.FirstState);
        Assert.Empty(data.Warnings);
    }

    [Fact]
    [Behaviour("MD-02")]
    public void One_state_in_two_files_is_an_error_that_names_both_places()
    {
        var a = Write("ios/a.yaml", "exec:\n  prompt: \"> \"\n");
        var b = Write("ios/b.yaml", "other:\nexec:\n  prompt: \"# \"\n");

        var error = Assert.Throws<MockDataException>(() => MockData.Load(Path.Combine(_folder.FullName, "ios")));

        Assert.Equal($"{b}(2,1): the state 'exec' is also at {a}(1,1); the files of a folder are one name space", error.Message);
    }

    [Theory]
    [Behaviour("MD-07")]
    [InlineData("file|mock_data/ios/boot.txt")]
    [InlineData("file|ios/boot.txt")]
    [InlineData("file|boot.txt")]
    public void A_file_reference_is_found_from_the_data_or_a_folder_above(string reference)
    {
        Write("ios/boot.txt", "line 1\nline 2\r\n");
        var file = Write("ios/a.yaml", $"boot:\n  preface: {reference}\n");

        Assert.Equal("line 1\r\nline 2\r\n", MockData.Load(file).States["boot"].Preface!.Response(0).ToString());
    }

    [Fact]
    public void A_folder_without_data_and_a_missing_file_are_refused()
    {
        Assert.Equal($"{_folder.FullName}: there is no .yaml file in this folder", Assert.Throws<MockDataException>(() => MockData.Load(_folder.FullName)).Message);
        Assert.StartsWith("none.yaml: cannot be read: ", Assert.Throws<MockDataException>(() => MockData.Load("none.yaml")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_made_in_code_needs_states_with_names_of_their_own()
    {
        Assert.Equal("code: the state 'a' is there twice", Assert.Throws<MockDataException>(() => new MockData(new MockState("a"), new MockState("a"))).Message);
        Assert.Throws<MockDataException>(() => new MockData());
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name.Replace('/', Path.DirectorySeparatorChar));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
