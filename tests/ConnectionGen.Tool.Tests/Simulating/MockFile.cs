namespace ConnectionGen.Tool.Tests;

/// <summary>Mock data in a file of its own.</summary>
internal sealed class MockFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("connectiongen-mock-");

    public MockFile() => File.WriteAllText(
        Data,
        """
        login:
          prompt: "Username: "
          commands:
            "admin": {new_state: password}
        password:
          prompt: "Password: "
          commands:
            "secret": {new_state: exec}
        exec:
          prompt: "%N>"
          commands:
            "show version": |
              Some OS
              Version 1
            "show log": {new_state: more}
        more:
          preface: page 1
          prompt: " --More-- "
          keys:
            " ": {response: page 2, new_state: exec}
        """);

    public string Data => Path.Combine(_folder.FullName, "router.yaml");

    public string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
