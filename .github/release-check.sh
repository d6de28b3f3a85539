#!/usr/bin/env bash
# Makes a release in a folder, as the portal of Maven Central would get it, and checks it: what is asked for is there,
# signatures and checksums are right, a second build gives the same bytes, and a project of its own resolves the library
# from that folder alone and runs on the class path and on the module path. Sends nothing anywhere and uses a key that is
# thrown away. Needs JDK 17, Maven, gpg and sha1sum; with sqv (Sequoia) signatures get a second opinion.
#
#   .github/release-check.sh [FOLDER]      FOLDER must not exist; a temporary one by default
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
folder=${1:-$work/release}
[ ! -e "$folder" ] || { echo "exists already: $folder" >&2; exit 2; }
export GNUPGHOME=$work/gnupg
mkdir -m 700 "$GNUPGHOME"
trap 'gpgconf --kill all >/dev/null 2>&1 || true; rm -rf "$work"' EXIT
fail() { echo "release check failed: $*" >&2; exit 1; }

# the version without -SNAPSHOT, in two copies of what is committed
version=$(sed -n 's|^  <version>\(.*\)-SNAPSHOT</version>|\1|p' "$here/pom.xml")
[ -n "$version" ] || fail "no snapshot version in pom.xml"
copy() {
  mkdir -p "$1"
  git -C "$here" archive HEAD | tar -x -C "$1"
  sed -i "s|${version}-SNAPSHOT|${version}|" "$1/pom.xml" "$1"/indicators-*/pom.xml
}
deploy() { # source folder, options
  (cd "$1" && mvn -B -ntp -q -Prelease -Dquick -Dmaven.javadoc.skip=false "${@:3}" \
    -DaltDeploymentRepository="local::file:$2" -Dmaven.repo.local="$repository" deploy)
}
repository=${MAVEN_REPOSITORY:-$HOME/.m2/repository}

gpg --batch --quiet --passphrase '' --quick-generate-key 'Release check <check@example.invalid>' rsa3072 sign 1d
gpg --batch --quiet --armor --export > "$work/key.asc"
copy "$work/one"
copy "$work/a much longer name of the folder/two"
deploy "$work/one" "$folder"
rm -rf "$repository/nl/betekenisvolmeten"
deploy "$work/a much longer name of the folder/two" "$work/again" -Dgpg.skip
rm -rf "$repository/nl/betekenisvolmeten"

cd "$folder"
for module in parent core formats examples; do
  at=nl/betekenisvolmeten/indicators-$module/$version
  pom=$at/indicators-$module-$version.pom
  [ -f "$pom" ] || fail "missing: $pom"
  kinds=".pom -cyclonedx.json -cyclonedx.xml"
  [ $module = parent ] || kinds="$kinds .jar -sources.jar -javadoc.jar"
  [ $module != examples ] || kinds="$kinds -cli.jar -cli.zip"
  for kind in $kinds; do
    file=$at/indicators-$module-$version$kind
    [ -f "$file" ] || fail "missing: $file"
    gpg --batch --quiet --verify "$file.asc" "$file" 2>/dev/null || fail "signature: $file"
    # a second opinion, of a program that has nothing of the first
    ! command -v sqv >/dev/null || sqv --keyring "$work/key.asc" "$file.asc" "$file" >/dev/null || fail "signature, says sqv: $file"
    [ "$(sha1sum < "$file" | cut -d' ' -f1)" = "$(cat "$file.sha1")" ] || fail "sha1: $file"
    [ "$(md5sum < "$file" | cut -d' ' -f1)" = "$(cat "$file.md5")" ] || fail "md5: $file"
    cmp "$file" "$work/again/$file" || fail "a second build differs: $file"
    echo "ok  $file"
  done
  # a child has the rest from its parent, as the portal reads it
  for element in name description; do
    grep -q "<$element>" "$pom" || fail "$pom has no $element"
  done
done
for element in url licenses developers scm; do
  grep -q "<$element>" nl/betekenisvolmeten/indicators-parent/"$version"/*.pom || fail "the parent has no $element"
done
# a signature that nobody could have made says that the check of signatures can fail
cp "$pom" "$work/changed.pom"; echo >> "$work/changed.pom"
! gpg --batch --quiet --verify "$pom.asc" "$work/changed.pom" 2>/dev/null || fail "a changed file passes its signature"

# a project that knows nothing but the folder (and Maven Central for what the library itself needs)
mkdir "$work/consumer" && cd "$work/consumer"
cat > pom.xml <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>consumer</groupId><artifactId>consumer</artifactId><version>1</version>
  <properties><maven.compiler.release>17</maven.compiler.release><project.build.sourceEncoding>UTF-8</project.build.sourceEncoding></properties>
  <repositories><repository><id>folder</id><url>file:$folder</url></repository></repositories>
  <dependencies><dependency>
    <groupId>nl.betekenisvolmeten</groupId><artifactId>indicators-formats</artifactId><version>$version</version>
  </dependency></dependencies>
  <build>
    <sourceDirectory>$here/indicators-examples/src/consumer/java</sourceDirectory>
    <plugins><plugin>
      <groupId>org.apache.maven.plugins</groupId><artifactId>maven-compiler-plugin</artifactId><version>3.16.0</version>
    </plugin></plugins>
  </build>
</project>
POM
mvn -B -ntp -q -Dmaven.repo.local="$repository" compile org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies \
  -DincludeScope=runtime -DoutputDirectory=jars
rm -rf "$repository/nl/betekenisvolmeten"
java -cp "target/classes:jars/*" consumer.Consumer > class-path.txt
java -p target/classes:jars -m consumer/consumer.Consumer > module-path.txt
grep -q 'bezoeken' class-path.txt || fail "the consumer prints no totals"
cmp class-path.txt module-path.txt || fail "class path and module path give different answers"
echo "ok  consumer on the class path and on the module path: $(ls jars | wc -l) jars, $(du -ch jars/*.jar | tail -1 | cut -f1)"

# the bills of materials, with the schema of CycloneDX and a validator that did not write them
mkdir "$work/judge" && cd "$work/judge"
cat > pom.xml <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>judge</groupId><artifactId>judge</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.networknt</groupId><artifactId>json-schema-validator</artifactId><version>2.0.8</version></dependency>
    <!-- its schemas only -->
    <dependency><groupId>org.cyclonedx</groupId><artifactId>cyclonedx-core-java</artifactId><version>9.0.5</version>
      <exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions></dependency>
  </dependencies>
</project>
POM
mvn -B -ntp -q -Dmaven.repo.local="$repository" org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies -DoutputDirectory=jars
java -cp "jars/*" "$here/.github/CheckBom.java" "$work/consumer/jars" \
  "$folder/nl/betekenisvolmeten/indicators-formats/$version/indicators-formats-$version-cyclonedx.json" \
  "$folder"/nl/betekenisvolmeten/indicators-{parent,core,examples}/"$version"/*-cyclonedx.json
